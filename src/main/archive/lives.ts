/** Whether another process, of which something is noted, is still there. */

/** False for this process: what is noted of its number is of one before. */
export function lives(pid: number | null): boolean {
  if (pid === null || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // it lives and is somebody else's
  }
}
