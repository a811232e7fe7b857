-- A word from that day on; nothing comes back while another one stands.
INSERT INTO planning.overlap_overruling (parcel, layer, zone_key, from_day, says, reason, by_account)
VALUES (${parcel}, ${layer}, ${zone}, ${day}::date, ${says}, ${reason}, ${account})
ON CONFLICT (parcel, layer, zone_key) WHERE until_day IS NULL DO NOTHING
RETURNING id
