/** How the keys of these tasks begin. They name no version: a newer one finds an open task still owed. */
export const reachTasks = 'policy-reach:'
