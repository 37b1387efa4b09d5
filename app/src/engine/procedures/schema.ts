import Type from 'typebox'

const closed = { additionalProperties: false } as const

const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })
const AnswerId = Type.String({
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)?$',
  title: 'the id of a step, or of a step and its field with a full stop between',
})
const Words = Type.String({ minLength: 1 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const RequirementId = Type.String({ pattern: '^\\d{3}-\\d{3}$' })
const Sources = Type.Array(RequirementId)

const conditions = {
  Condition: Type.Union([
    Type.Object({ answer: AnswerId, is: Words }, closed),
    Type.Object({ answer: AnswerId, in: Type.Array(Words, { minItems: 1 }) }, closed),
    Type.Object({ all: Type.Array(Type.Ref('Condition'), { minItems: 1 }) }, closed),
    Type.Object({ any: Type.Array(Type.Ref('Condition'), { minItems: 1 }) }, closed),
  ]),
}
const ConditionSchema = Type.Cyclic(conditions, 'Condition')

const Way = Type.Object(
  {
    when: Type.Optional(ConditionSchema),
    go: Id,
    label: Type.Optional(Words),
    immediate: Type.Optional(Type.Boolean()),
  },
  closed,
)

const Option = Type.Object({ value: Id, text: Words, why: Type.Optional(Type.Boolean()) }, closed)

const FieldType = Type.Enum(['text', 'date-time', 'choice', 'yes-no'])

const Field = Type.Object(
  {
    id: Id,
    label: Type.Optional(Words),
    type: Type.Optional(FieldType),
    required: Type.Optional(Type.Boolean()),
    options: Type.Optional(Type.Array(Option, { minItems: 1 })),
    hint: Type.Optional(Words),
    drop: Type.Optional(Type.Literal(true)),
    why: Type.Optional(Words),
  },
  closed,
)

const Kind = Type.Enum(['instruct', 'ask', 'record', 'refer', 'notify', 'wait', 'approve', 'close'])

/** One step as written. What its kind needs is checked when it is whole: an overlay gives only what it changes. */
const WrittenStep = Type.Object(
  {
    id: Id,
    kind: Type.Optional(Kind),
    title: Type.Optional(Words),
    by: Type.Optional(Id),
    must: Type.Optional(Type.Boolean()),
    within: Type.Optional(Words),
    text: Type.Optional(Words),
    mustNots: Type.Optional(Type.Array(Words)),
    source: Type.Optional(Sources),
    law: Type.Optional(Type.Array(Id)),
    part: Type.Optional(Words),
    inPerson: Type.Optional(Type.Boolean()),
    afresh: Type.Optional(Type.Boolean()),
    next: Type.Optional(Type.Union([Id, Type.Array(Way, { minItems: 1 })])),
    options: Type.Optional(Type.Array(Option)),
    many: Type.Optional(Type.Boolean()),
    default: Type.Optional(Id),
    why: Type.Optional(Type.Union([Type.Boolean(), Words])),
    fields: Type.Optional(Type.Array(Field)),
    agency: Type.Optional(Id),
    immediate: Type.Optional(Type.Boolean()),
    to: Type.Optional(Type.Array(Id, { minItems: 1 })),
    for: Type.Optional(Words),
    approver: Type.Optional(Id),
    opens: Type.Optional(Id),
    drop: Type.Optional(Type.Literal(true)),
  },
  closed,
)

const StandIn = Type.Object({ post: Id, by: Id, when: ConditionSchema }, closed)

/**
 * A procedure's YAML, base or overlay: an overlay gives the `id` and what differs. Shape only; `faults` says whether the
 * whole is sound.
 */
export const procedureSchema = Type.Object(
  {
    id: Id,
    title: Type.Optional(Words),
    use: Type.Optional(Words),
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    from: Type.Optional(Day),
    checked: Type.Optional(Day),
    start: Type.Optional(Id),
    source: Type.Optional(Sources),
    law: Type.Optional(Type.Array(Id)),
    follows: Type.Optional(Type.Array(Words)),
    standIns: Type.Optional(Type.Array(StandIn)),
    steps: Type.Optional(Type.Array(WrittenStep)),
  },
  closed,
)

/** A procedure as written, before overlays are merged and defaults filled in. */
export type WrittenProcedure = Type.Static<typeof procedureSchema>
export type WrittenStep = Type.Static<typeof WrittenStep>
export type WrittenField = Type.Static<typeof Field>
