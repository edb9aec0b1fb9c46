-- Figures that a later edition of the same document gives otherwise for the same time.
WITH doubtful AS (
    SELECT key FROM claims
    WHERE kind = 'quantity' AND period_end IS NOT NULL AND reliability <> 'suspect'
    GROUP BY key
    HAVING max(lower_bound) >= min(upper_bound) AND min(published) < max(published)
),
told AS (
    SELECT key, document, comparator, amount, lower_bound, upper_bound, any_value(subject) AS subject,
        min(published) AS published, min_by(number, days(published)) AS number
    FROM claims SEMI JOIN doubtful USING (key)
    WHERE reliability <> 'suspect'
    GROUP BY key, document, comparator, amount, lower_bound, upper_bound
),
pairs AS (
    SELECT old.subject AS subject, old.number AS old, new.number AS new
    FROM told AS old
    JOIN told AS new ON old.key = new.key AND old.document = new.document AND old.published < new.published
    WHERE apart(old, new)
)
SELECT pairs.subject, old.series, old.document, old.value AS old_value, new.value AS new_value,
    old.period_start, old.period_end, old.snapshot AS old_snapshot, new.snapshot AS new_snapshot,
    old.quote AS old_quote, new.quote AS new_quote
FROM pairs
JOIN claims AS old ON old.subject = pairs.subject AND old.number = pairs.old
JOIN claims AS new ON new.subject = pairs.subject AND new.number = pairs.new
ORDER BY ALL
