-- Keeps an enquiry. Unique reference.
-- Parameters: reference, site, siteName, name, email, phone, company, message, sameness (bytea), now.
INSERT INTO office.enquiry (reference, site_key, site_name, name, email, phone, company, message, sameness, received_at)
VALUES (${reference}, ${site}, ${siteName}, ${name}, ${email}, ${phone}, ${company}, ${message}, ${sameness}, ${now})
