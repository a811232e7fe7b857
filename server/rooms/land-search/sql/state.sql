-- Version and day of the facts of land; the day is null until they are first prepared.
SELECT version, as_of AS day FROM investment.fact_state
