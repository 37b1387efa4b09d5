/** Whether anything turned since is asked by every page and every minute. */
export const lastTurnIndex = {
  id: '2026-11-26T0505-last-turn',
  sql: `
CREATE INDEX clause_turn_last ON clause_turn (school_id, at, id);
`,
}
