/** What a piece of text is, for whoever gives it a colour. */
export type Style = "heading" | "name" | "act" | "date" | "quote" | "source" | "mark" | "faint";

/** Gives a text the colour of its style; the plain one gives it back as it is. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;
