import { fileURLToPath } from "node:url";

/** The folder of the first case, the Russia–Ukraine peace negotiations 2022–2025; slug `russia-ukraine`. */
export const FIRST_CASE = fileURLToPath(new URL("../../seed/russia-ukraine", import.meta.url));
