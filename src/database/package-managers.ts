/** What the embedded Neo4j needs from the system. */
export type Need = "JAVA" | "MAVEN";

/** A system's package manager, and how it brings what is needed without asking anything. */
export interface PackageManager {
  readonly command: string;
  /** Fetches the newest lists, which on a fresh machine are missing or stale; null where installing does so itself. */
  readonly refresh: readonly string[] | null;
  readonly install: readonly string[];
  /** Packages in order of preference, as releases of one system name them differently. */
  readonly packages: Readonly<Record<Need, readonly string[]>>;
  /** Whether it must run as root; Homebrew must not. */
  readonly needsRoot: boolean;
}

const FEDORA_PACKAGES = {
  JAVA: ["java-21-openjdk-headless", "java-17-openjdk-headless", "java-latest-openjdk-headless"],
  MAVEN: ["maven"],
};

/** The package managers that Demarche knows, in the order in which they are looked for. */
export const PACKAGE_MANAGERS: readonly PackageManager[] = [
  {
    command: "apt-get",
    refresh: ["apt-get", "update"],
    install: [
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "install",
      "--yes",
      "--no-install-recommends",
      "-o",
      "DPkg::Lock::Timeout=120",
    ],
    packages: {
      JAVA: ["openjdk-21-jre-headless", "openjdk-17-jre-headless", "default-jre-headless"],
      MAVEN: ["maven"],
    },
    needsRoot: true,
  },
  {
    command: "dnf",
    refresh: null,
    install: ["dnf", "install", "--assumeyes"],
    packages: FEDORA_PACKAGES,
    needsRoot: true,
  },
  {
    command: "yum",
    refresh: null,
    install: ["yum", "install", "--assumeyes"],
    packages: FEDORA_PACKAGES,
    needsRoot: true,
  },
  {
    command: "apk",
    refresh: ["apk", "update"],
    install: ["apk", "add"],
    packages: { JAVA: ["openjdk21-jre-headless", "openjdk17-jre-headless"], MAVEN: ["maven"] },
    needsRoot: true,
  },
  {
    command: "pacman",
    refresh: ["pacman", "--sync", "--refresh"],
    install: ["pacman", "--sync", "--noconfirm", "--needed"],
    packages: { JAVA: ["jre21-openjdk-headless", "jre-openjdk-headless"], MAVEN: ["maven"] },
    needsRoot: true,
  },
  {
    command: "zypper",
    refresh: ["zypper", "--non-interactive", "refresh"],
    install: ["zypper", "--non-interactive", "install"],
    packages: { JAVA: ["java-21-openjdk-headless", "java-17-openjdk-headless"], MAVEN: ["maven"] },
    needsRoot: true,
  },
  {
    command: "brew",
    refresh: null,
    install: ["brew", "install"],
    packages: { JAVA: ["openjdk@21", "openjdk@17"], MAVEN: ["maven"] },
    needsRoot: false,
  },
];
