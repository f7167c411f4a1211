import { render } from "preact";
import { App } from "./app.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/print.css";

const place = document.getElementById("app");
if (place) {
  place.textContent = "";
  render(<App />, place);
}
