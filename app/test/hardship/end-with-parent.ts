/**
 * For processes that tests and benchmarks start: a test that is killed can end nobody, and an application that lives on
 * holds its port, its database and the machine's cores. Looked at each quarter of a second; ended as by Ctrl-C, so that
 * a database that it alone used is stopped too.
 */
const parent = process.ppid
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 250).unref()
