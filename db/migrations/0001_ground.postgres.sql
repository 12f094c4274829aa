-- Vietnamese alphabetical order, under the name that the other engine has built in.
create collation if not exists vi (provider = icu, locale = 'vi');
