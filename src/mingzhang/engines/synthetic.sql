-- Invented books of any size, made set-wise: the table `staged` of as many postings as the variable `count` says, for the
-- units in `units` and the `year`; `seed` changes the amounts.
-- Everything follows from the number of the voucher, so the same size and seed give the same books on every machine.
-- Every voucher has a budgetary and a financial half (平行记账); income and spending are carried over at year's end.

CREATE TABLE functions_basic AS
SELECT unnest(['2010301', '2010350', '2080101', '2080150', '2080505', '2080506', '2101102', '2210201']) AS function;

CREATE TABLE economics_basic AS
SELECT unnest([
    '30101', '30102', '30103', '30107', '30108', '30109', '30110', '30112', '30113', '30199', '30201', '30202', '30205',
    '30206', '30207', '30209', '30211', '30213', '30215', '30216', '30217', '30226', '30228', '30229', '30231', '30239',
    '30299', '30302', '30305', '30309', '31002', '30212'
]) AS economic;

CREATE TABLE projects AS
SELECT
    'P' || lpad(n::VARCHAR, 3, '0') AS project,
    CASE WHEN n <= 24 THEN '一般公共预算财政拨款' WHEN n <= 28 THEN '政府性基金预算财政拨款' ELSE '国有资本经营预算财政拨款' END AS fund,
    CASE
        WHEN n <= 24 THEN ['2010302', '2010399', '2080108', '2080199', '2080299', '2060499', '2070199', '2130199'][1 + n % 8]
        WHEN n <= 28 THEN ['2120804', '2296002'][1 + n % 2]
        ELSE '2239999'
    END AS function,
    CASE WHEN n <= 24 THEN 14 WHEN n <= 28 THEN 6 ELSE 4 END AS width
FROM range(1, 30) r(n);

CREATE TABLE economics_project AS
SELECT unnest([
    '30201', '30202', '30207', '30209', '30213', '30214', '30216', '30218', '30226', '30227', '30239', '30299', '31002',
    '31007'
]) AS economic, unnest(range(1, 15)) AS rank;

-- One row for each kind of business; `weight` scales its amounts so that income covers spending.
CREATE TABLE deals AS
WITH spending AS (
    SELECT function, economic, '一般公共预算财政拨款' AS fund, '基本支出' AS nature, '' AS project
    FROM functions_basic, economics_basic
    UNION ALL
    SELECT function, economic, fund, '项目支出', project FROM projects JOIN economics_project ON rank <= width
    UNION ALL
    SELECT function, economic, '非财政拨款', '基本支出', ''
    FROM functions_basic, economics_basic WHERE function IN ('2010350', '2080150') AND economic LIKE '302%'
),
granted AS (
    SELECT function, fund, nature, project, count(*) + 1 AS weight
    FROM spending WHERE fund <> '非财政拨款' GROUP BY ALL
),
kinds AS (
    SELECT
        '支出' AS kind, if(unit_rank % 2 = 0, '710', '720') || if(fund = '非财政拨款', '103', '101') AS account,
        if(fund = '非财政拨款', '8501', '8101') AS carried_to, '5001' AS financial, function, economic, fund, nature,
        project, 1 AS weight, '支付业务费用' AS summary, entity
    FROM spending, units
    UNION ALL
    SELECT '收入', if(nature = '基本支出', '600101', '600102'), '8101', '4001', function, '', fund, nature, project,
           weight, '收到财政授权支付额度', entity
    FROM granted, units
    UNION ALL
    SELECT '收入', account, '8501', financial, function, '', '非财政拨款', '', '', 12, '收到非财政拨款款项', entity
    FROM (VALUES ('6101', '4101', '2080150'), ('6101', '4101', '2010350'), ('6601', '4601', '2080150'),
                 ('6609', '4609', '2010350')) AS other(account, financial, function), units
    UNION ALL
    SELECT kind, account, '8401', financial, '2080150', '', '', '', '', weight, '经营业务', entity
    FROM (VALUES ('收入', '6401', '4401', 3), ('支出', '7301', '5201', 1)) AS trade(kind, account, financial, weight), units
)
SELECT (row_number() OVER (ORDER BY entity, kind, account, function, economic, fund, nature, project) - 1)::BIGINT AS deal, *
FROM kinds;

CREATE TABLE sizes AS
SELECT
    (SELECT count(*) FROM deals) AS deals, (SELECT count(*) FROM units) AS units,
    (getvariable('count') - 2 * (SELECT count(*) FROM deals) - 12 * (SELECT count(*) FROM units)) // 4 AS vouchers;

CREATE TABLE payments AS
SELECT
    i, (i * 7919) % deals AS deal, (1 + i * 12 // vouchers)::INTEGER AS month,
    make_date(getvariable('year'), 1 + i * 12 // vouchers, 1 + (i * 336 // vouchers) % 28) AS date,
    500 + (i * 1103515245 + getvariable('seed')) % 2147483647 % 250000 AS base
FROM sizes, range((SELECT vouchers FROM sizes)) r(i);

CREATE TABLE carried AS
SELECT deal, sum(base * weight)::BIGINT AS amount FROM payments JOIN deals USING (deal) GROUP BY deal;

CREATE TABLE staged AS
WITH opening AS (
    SELECT entity, line::INTEGER AS line, account, function, fund, nature, debit::BIGINT AS debit, credit::BIGINT AS credit
    FROM units, (VALUES
        (1, '800101', '', '一般公共预算财政拨款', '', 60000000, 0),
        (2, '8101', '2080150', '一般公共预算财政拨款', '基本支出', 0, 20000000),
        (3, '8101', '2080108', '一般公共预算财政拨款', '项目支出', 0, 30000000),
        (4, '8202', '', '', '', 0, 10000000)
    ) AS balance(line, account, function, fund, nature, debit, credit)
),
daily AS (
    SELECT
        entity, date, '记' || lpad(month::VARCHAR, 2, '0') || '-' || lpad(i::VARCHAR, 7, '0') AS voucher, side.line,
        summary,
        CASE
            WHEN side.line > 2 THEN if((kind = '支出') = (side.line = 3), financial, if(fund IN ('', '非财政拨款'), '1002', '1011'))
            WHEN (kind = '支出') = (side.line = 1) THEN deals.account
            WHEN fund IN ('', '非财政拨款') THEN '800102' ELSE '800101'
        END AS account,
        side.line <= 2 AND (kind = '支出') = (side.line = 1) AS own, deals.*, base * weight AS amount, i
    FROM payments JOIN deals USING (deal), (SELECT unnest([1, 2, 3, 4])::INTEGER AS line) side
),
closing AS (
    SELECT
        entity, '结12-' || deals.account || '-' || carried_to AS voucher, side.line AS half, deals.*, amount,
        (kind = '收入') = (side.line = 1) AS own,
        row_number() OVER (PARTITION BY entity, account, carried_to ORDER BY deal, side.line)::INTEGER AS line
    FROM carried JOIN deals USING (deal), (SELECT unnest([1, 2])::INTEGER AS line) side
),
surplus AS (
    SELECT entity, carried_to, sum(if(kind = '收入', amount, -amount))::BIGINT AS amount
    FROM carried JOIN deals USING (deal) WHERE carried_to <> '8101' GROUP BY ALL
),
shared AS (
    SELECT entity, '结12-' || carried_to || '-' || step AS voucher, half, account, amount
    FROM surplus, LATERAL (VALUES (1, 1, carried_to), (1, 2, '8701'), (2, 1, '8701'), (2, 2, '8202')) AS part(step, half, account)
),
lines AS (
    SELECT
        1 AS part, entity AS first_key, 0::BIGINT AS i, entity, NULL::DATE AS date, '' AS voucher, line, '年初余额' AS summary,
        account, function, '' AS economic, fund, nature, '' AS project, debit, credit, true AS opening
    FROM opening
    UNION ALL
    SELECT
        2, '', i, entity, date, voucher, line, summary, account, if(own, function, ''), if(own, economic, ''),
        if(own OR line = 1 + (kind = '支出')::INTEGER, fund, ''), if(own, nature, ''), if(own, project, ''),
        if(line IN (1, 3), amount, 0), if(line IN (1, 3), 0, amount), false
    FROM daily
    UNION ALL
    SELECT
        3, entity || voucher, deal * 2 + half, entity, make_date(getvariable('year'), 12, 31), voucher, line, '年末结转',
        if(own, account, carried_to), if(carried_to = '8101' OR own, function, ''), if(own, economic, ''), fund,
        if(carried_to = '8101' OR own, nature, ''), if(carried_to = '8101' OR own, project, ''),
        if(half = 1, amount, 0), if(half = 1, 0, amount), false
    FROM closing
    UNION ALL
    SELECT
        4, entity || voucher, half, entity, make_date(getvariable('year'), 12, 31), voucher, half, '年末结余分配', account, '', '', '', '', '',
        if(half = 1, amount, 0), if(half = 1, 0, amount), false
    FROM shared
)
SELECT
    row_number() OVER () AS number, entity, date, voucher, line, summary, account, function, economic, fund, nature, project,
    '' AS counterparty, debit::BIGINT AS debit, credit::BIGINT AS credit, opening, '' AS contra, false AS closing,
    'vouchers.csv' AS file, '' AS place
FROM (SELECT * FROM lines ORDER BY part, first_key, i, line);

UPDATE staged SET place = '第' || number || '行';
