-- Phiên họp đã kết thúc mà có mục chưa có kết quả.
select i.id, i.session_id from agenda_item i join council_session s on s.id = i.session_id
where s.state = 'closed' and not exists (select 1 from item_result r where r.item_id = i.id)
order by i.id
