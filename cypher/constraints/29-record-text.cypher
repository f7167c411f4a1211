// Searches names, aliases, titles, texts and quotes; `standard-folding` splits Latin and Cyrillic words and drops accents.
CREATE FULLTEXT INDEX recordText IF NOT EXISTS
FOR (n:Actor|Issue|Demand|Proposal|Meeting|Event|Claim|Source|Statement)
ON EACH [n.name, n.aliases, n.title, n.text, n.summary, n.quote, n.publisher, n.author, n.outcome, n.place, n.valuePrinted, n.note]
OPTIONS {
  indexConfig: {
    `fulltext.analyzer`: 'standard-folding'
  }
}
