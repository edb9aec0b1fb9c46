-- Figures told in the present tense that later editions of the same document repeat, printed alike.
WITH repeated AS (
    SELECT subject, series, document, amount, unit, min(published) AS first_told, max(published) AS last_told,
        count(DISTINCT snapshot) - 1 AS times_repeated, max_by(number, days(published)) AS number
    FROM claims
    WHERE kind = 'quantity' AND period_basis = 'published'
    GROUP BY subject, series, document, amount, unit
    HAVING min(published) < max(published)
)
SELECT subject, repeated.series, value, repeated.document, first_told, last_told, times_repeated, snapshot, quote
FROM repeated
JOIN claims USING (subject, number)
ORDER BY ALL
