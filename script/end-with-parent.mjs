// Loaded before web and worker: when the supervisor is gone, by kill -9 too, its end of the channel closes and they end by themselves.
if (process.send) {
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), 5_000).unref();
    process.kill(process.pid, "SIGTERM");
  });
}
