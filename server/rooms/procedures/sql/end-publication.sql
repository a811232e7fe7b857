-- Ends a publication that was withdrawn. Parameters: publication, account, reason. Leans on the primary key.
UPDATE office.publication SET withdrawn_at = clock_timestamp(), withdrawn_by = ${account}, reason = ${reason} WHERE id = ${publication}
