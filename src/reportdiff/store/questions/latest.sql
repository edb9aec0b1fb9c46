-- The latest observation of each series: that of the latest period, as the newest edition that speaks of it tells it.
WITH last AS (
    SELECT subject, series, max_by(number, days(period_end) * 1_000_000 + days(published)) AS number
    FROM claims
    WHERE kind = 'quantity' AND period_end IS NOT NULL
    GROUP BY subject, series
)
SELECT subject, claims.series, value, amount, unit, period_start, period_end, modality, snapshot, published, quote
FROM last
JOIN claims USING (subject, number)
ORDER BY subject, claims.series
