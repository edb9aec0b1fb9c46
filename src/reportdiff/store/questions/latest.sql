-- The latest observation of each series: that of the latest period, as the newest edition that speaks of it tells it.
SELECT subject, series, value, amount, unit, period_start, period_end, modality, snapshot, published, quote
FROM latest
ORDER BY subject, series
