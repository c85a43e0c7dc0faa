-- When its author showed that the address is hers, or when it was known to be; nothing is written to it before.
ALTER TABLE contribution_contact ADD COLUMN confirmed_at INTEGER;
-- Addresses left until now received letters already.
UPDATE contribution_contact SET confirmed_at = (SELECT c.created_at FROM contribution c WHERE c.id = contribution_contact.contribution)
    WHERE email IS NOT NULL;

-- The last code sent to an address that is not confirmed.
CREATE TABLE address_code (
    contribution ID PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    -- Of the code; the code itself is in the letter only.
    hash         TEXT NOT NULL,
    -- Wrong ones typed since.
    tries        INTEGER NOT NULL,
    sent_at      INTEGER NOT NULL,
    -- Codes sent since `since`: a day at most, then counted anew.
    letters      INTEGER NOT NULL,
    since        INTEGER NOT NULL
) STRICT;
