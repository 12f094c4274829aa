"""The conditions of a query hold only what is asked, and their values in the order of their numbers."""

from recognition.hall.conditions import Conditions
from recognition.hall.transaction import reading
from recognition.hall.words import State


def test_what_is_not_asked_does_not_stand_in_the_query():
    where = Conditions()
    where.add_equal((("n.unit_id", None), ("n.subject", "deed"), ("n.campaign_id", None)))
    assert (where.sql, where.values) == ("(n.subject = $1)", ["deed"])


def test_every_value_keeps_its_own_number():
    where = Conditions()
    first = where.value(7)
    where.add("n.a = {0} or n.b = {0}", 8)
    where.add("n.c between {} and {}", 9, 10)
    assert where.sql == "(n.a = $2 or n.b = $2) and (n.c between $3 and $4)"
    assert (first, where.values) == ("$1", [7, 8, 9, 10])


def test_a_query_without_conditions_is_whole(database):
    where = Conditions()
    with reading(None) as t:
        assert t.value(f"select count(*) from unit where {where.sql}", *where.values) == 0


def test_the_order_of_or_inside_one_condition_does_not_leak_out(database):
    where = Conditions()
    where.add("x = {} or x = {}", 1, 2)
    where.add("x = {}", 3)
    with reading(None) as t:
        rows = t.all(f"select x from (select 1 as x union all select 2 union all select 3) s where {where.sql}", *where.values)
    assert rows == []


def test_words_of_the_house_are_values(database):
    where = Conditions()
    where.add_equal((("x", State.DRAFT),))
    with reading(None) as t:
        assert t.all(f"select x from (select 'draft' as x union all select 'submitted') s where {where.sql}", *where.values) == [{"x": "draft"}]
