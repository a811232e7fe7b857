-- All borders that municipal parcels share: small, and cheaper to read whole than to choose from.
SELECT a, b, shared_m AS "sharedM" FROM investment.neighbour
