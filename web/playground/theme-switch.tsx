import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";

const THEMES = [
  { theme: null, sign: "◐", name: "System colours" },
  { theme: "light", sign: "☀", name: "Light" },
  { theme: "dark", sign: "☾", name: "Dark" },
] as const;

/** Switches between light, dark, and what the system has. */
export function ThemeSwitch() {
  const current = useGraphiQL(({ theme }) => theme);
  const { setTheme } = useGraphiQLActions();
  return (
    <fieldset className="themes" aria-label="Colours">
      {THEMES.map(({ theme, sign, name }) => (
        <button
          key={name}
          type="button"
          title={name}
          aria-label={name}
          aria-pressed={current === theme}
          onClick={() => setTheme(theme)}
        >
          {sign}
        </button>
      ))}
    </fieldset>
  );
}
