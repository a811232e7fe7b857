-- Known words that may be what was typed: similar by trigrams, or of the same beginning and about the same length (short words share few trigrams).
SELECT word FROM search.word
WHERE word % ${typed} OR (left(word, 1) = left(${typed}, 1) AND length(word) BETWEEN length(${typed}) - 2 AND length(${typed}) + 2)
