/** Variables of the environment of a program; an undefined one is not passed on. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Gives the environment of a program that Demarche starts: this process's own, or `base` in its place, and `more`.
 *
 * The environment is handed on here, never read: settings come in as arguments.
 */
export function childEnvironment(base: Environment | undefined, more: Environment = {}): NodeJS.ProcessEnv {
  return { ...(base ?? process.env), ...more };
}
