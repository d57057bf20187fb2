// Azurite as a child process of a test run: it ends when its standard input does, so also when the run is killed. Arguments are Azurite's own.
// The lock file holds `applicationinsights` at an older version than Azurite asks for: telemetry is off, and the newer one brings a hundred packages more.
process.stdin.on('close', () => process.exit()).resume();
await import('azurite/dist/src/azurite.js');
