UPDATE office.publication SET withdrawn_at = clock_timestamp(), withdrawn_by = ${account}, reason = ${reason} WHERE id = ${publication}
