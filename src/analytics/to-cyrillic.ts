/** Latin spellings of Russian and Ukrainian letters, longest first, as English-language sources print them. */
const LETTERS: readonly (readonly [string, string])[] = [
  ["shch", "щ"],
  ["skyi", "ский"],
  ["skiy", "ский"],
  ["sky", "ский"],
  ["iya", "ия"],
  ["zh", "ж"],
  ["kh", "х"],
  ["ts", "ц"],
  ["ch", "ч"],
  ["sh", "ш"],
  ["yu", "ю"],
  ["ya", "я"],
  ["yo", "ё"],
  ["ye", "е"],
  ["yi", "ї"],
  ["iy", "ий"],
  ["yy", "ый"],
  ["a", "а"],
  ["b", "б"],
  ["c", "к"],
  ["d", "д"],
  ["e", "е"],
  ["f", "ф"],
  ["g", "г"],
  ["h", "х"],
  ["i", "и"],
  ["j", "й"],
  ["k", "к"],
  ["l", "л"],
  ["m", "м"],
  ["n", "н"],
  ["o", "о"],
  ["p", "п"],
  ["q", "к"],
  ["r", "р"],
  ["s", "с"],
  ["t", "т"],
  ["u", "у"],
  ["v", "в"],
  ["w", "в"],
  ["x", "кс"],
  ["y", "и"],
  ["z", "з"],
];

/**
 * Spells a word of Latin letters in Cyrillic, as near as one spelling can come; the search forgives the rest.
 *
 * @param word - Lower-case letters a to z.
 */
export function toCyrillic(word: string): string {
  let spelled = "";
  for (let at = 0; at < word.length; ) {
    const [latin, cyrillic] = LETTERS.find(([letters]) => word.startsWith(letters, at)) ?? [
      word.charAt(at),
      "",
    ];
    spelled += cyrillic;
    at += latin.length;
  }
  return spelled;
}
