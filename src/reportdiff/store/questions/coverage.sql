-- What is told of each subject: how many figures of each series, by how many publishers, from when to when.
SELECT subject, series, count(*) AS figures, count(DISTINCT publisher) AS publishers,
    count(DISTINCT snapshot) AS snapshots, min(period_start) AS first_day, max(period_end) AS last_day
FROM claims
WHERE kind = 'quantity'
GROUP BY subject, series
ORDER BY subject, figures DESC, series
