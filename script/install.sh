# Sourced by script/server and script/test: the right Node, and node_modules as package-lock.json says.
# Leaves the shell in the root of the checkout.

if ! command -v node >/dev/null 2>&1; then
  echo "Node.js is missing. Install Node 20.20 or later (Debian: apt install nodejs npm, or https://nodejs.org)." >&2
  exit 1
fi
node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 ? major !== 21 : major === 20 && minor >= 20) process.exit(0);
  console.error("Node " + process.versions.node + " is installed; Node 20.20 or later (20.x, or 22 and up) is needed.");
  process.exit(1);
'

if ! node script/modules.mjs check; then
  if ! command -v npm >/dev/null 2>&1; then
    echo "npm is missing. Install it (Debian: apt install npm)." >&2
    exit 1
  fi
  echo "Installing the packages of package-lock.json (npm ci) …"
  # Development packages too, whatever NODE_ENV says: the build needs their types.
  npm ci --include=dev --no-update-notifier --no-audit --no-fund --loglevel=error
  node script/modules.mjs stamp
fi
