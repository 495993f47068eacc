-- From staged postings to the two tables of a snapshot.
-- Budgetary accounts begin with 6, 7 or 8; 8001 资金结存 is the money, 8101…8701 are the balances 预算结余.
-- Two things can only be said of a whole entry: what stands on its other side, and whether it is a year-end transfer.
-- They matter only in vouchers that touch the balances, or that move income and spending without any money.

CREATE TABLE touching AS
SELECT entity, month(date) AS month, voucher
FROM staged
WHERE voucher <> '' AND NOT opening AND account >= '6' AND account < '9'
GROUP BY ALL
HAVING bool_or(account >= '81') OR NOT bool_or(account LIKE '8001%');

-- A voucher may hold several entries: it is cut wherever debits and credits have come to balance.
CREATE TABLE entry_lines AS
SELECT
    *, coalesce(sum((running = 0)::INTEGER) OVER earlier, 0) AS entry
FROM (
    SELECT
        number, staged.entity, month, staged.voucher, left(account, 4) AS head, debit, credit,
        month = 12 OR regexp_matches(summary, '结转|结账|转账|年终') AS year_end,
        sum(debit - credit) OVER (PARTITION BY staged.entity, month, staged.voucher ORDER BY number) AS running
    FROM staged
    JOIN touching
        ON touching.entity = staged.entity AND touching.month = month(date) AND touching.voucher = staged.voucher
    WHERE NOT opening AND account >= '6' AND account < '9'
)
WINDOW earlier AS (
    PARTITION BY entity, month, voucher ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
);

-- Money that only changes its form (8001 against 8001) has no part in what an entry does.
CREATE TABLE acting AS
SELECT *
FROM (
    SELECT
        *, head = '8001' AND sum(CASE WHEN head = '8001' THEN debit - credit ELSE 0 END) OVER (
            PARTITION BY entity, month, voucher, entry
        ) = 0 AS idle
    FROM entry_lines
)
WHERE NOT idle;

-- Which balances the accounting system lets stand against which (财会〔2017〕25号, 8202, 8301, 8501, 8701).
CREATE TABLE partners (head VARCHAR, partner VARCHAR);
INSERT INTO partners VALUES
    ('8202', '8701'), ('8202', '8201'), ('8202', '8001'), ('8301', '8701'), ('8301', '7201'), ('8301', '7101'),
    ('8301', '8001'), ('8501', '8701'), ('8401', '8701');

CREATE TABLE entries AS
SELECT
    entity, month, voucher, entry,
    list(DISTINCT head) FILTER (WHERE debit <> 0) AS debits,
    list(DISTINCT head) FILTER (WHERE credit <> 0) AS credits,
    bool_or(head <= '8001') AS has_flows,
    bool_or(head > '8001') OR (
        bool_or(head < '7' AND debit <> 0) AND bool_or(head >= '7' AND head < '8' AND credit <> 0)
    ) AS has_balances
FROM acting
GROUP BY ALL;

CREATE TABLE told AS
SELECT
    line.number,
    -- income debited or spending credited against a balance at the year's end
    year_end AND has_balances AND (
        (head < '7' AND debit <> 0) OR (head >= '7' AND head < '8' AND credit <> 0)
    ) AS transferred,
    has_flows,
    head,
    entity, month, voucher, entry,
    CASE WHEN debit <> 0 THEN credits ELSE debits END AS opposite
FROM acting line
JOIN entries USING (entity, month, voucher, entry);

CREATE TABLE lines_told AS
SELECT
    number,
    CASE
        WHEN head < '8' THEN transferred
        -- balances against balances, or against income and spending that are being closed
        ELSE NOT has_flows OR bool_or(transferred) OVER (PARTITION BY entity, month, voucher, entry)
    END AS closing,
    CASE
        WHEN len(opposite) = 1 THEN opposite[1]
        WHEN len(allowed) = 1 THEN allowed[1]
        ELSE ''
    END AS contra
FROM (
    SELECT
        told.*,
        list_intersect(opposite, coalesce(partners_of.list, opposite)) AS allowed
    FROM told
    LEFT JOIN (SELECT head, list(partner) AS list FROM partners GROUP BY head) partners_of USING (head)
);

CREATE TABLE placed AS
SELECT
    staged.* EXCLUDE (contra, closing),
    coalesce(nullif(staged.contra, ''), lines_told.contra, '') AS contra,
    staged.closing OR coalesce(lines_told.closing, false) AS closing
FROM staged
LEFT JOIN lines_told USING (number);

CREATE TABLE cells AS
SELECT row_number() OVER () AS cell, *
FROM (
    SELECT DISTINCT
        entity, account, "function", economic, fund, nature, project, contra, counterparty, opening, closing
    FROM placed
    ORDER BY ALL
);

CREATE TABLE postings AS
SELECT number, cell, date, voucher, line, summary, debit, credit, file, place
FROM placed
JOIN cells USING (entity, account, "function", economic, fund, nature, project, contra, counterparty, opening, closing)
ORDER BY number;
