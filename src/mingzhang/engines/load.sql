-- From staged postings to the two tables of a snapshot.
-- Budgetary accounts begin with 6, 7 or 8. What stands on a voucher's other side, and whether the voucher is a
-- year-end transfer, can only be said of the whole voucher.

CREATE TABLE voucher_sides AS
SELECT
    entity, month(date) AS month, voucher,
    min(left(account, 4)) FILTER (WHERE debit <> 0) AS first_debit,
    max(left(account, 4)) FILTER (WHERE debit <> 0) AS last_debit,
    min(left(account, 4)) FILTER (WHERE credit <> 0) AS first_credit,
    max(left(account, 4)) FILTER (WHERE credit <> 0) AS last_credit,
    -- a year-end transfer moves income, spending or balances into balances without passing 资金结存 (8001)
    bool_or(account BETWEEN '8101' AND '8999') AND NOT bool_or(account LIKE '8001%') AS transfer
FROM staged
WHERE voucher <> '' AND account >= '6' AND account < '9'
GROUP BY ALL;

CREATE TABLE placed AS
SELECT
    staged.* EXCLUDE (contra, closing),
    CASE
        WHEN staged.contra <> '' OR side.voucher IS NULL THEN staged.contra
        WHEN debit <> 0 AND first_credit = last_credit THEN first_credit
        WHEN debit = 0 AND first_debit = last_debit THEN first_debit
        ELSE ''
    END AS contra,
    staged.closing OR coalesce(side.transfer, false) AS closing
FROM staged
LEFT JOIN voucher_sides side
    ON staged.account >= '6' AND staged.account < '9' AND side.entity = staged.entity
    AND side.month = month(staged.date) AND side.voucher = staged.voucher;

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
