import { parent, post, pupil, type Story, teacher } from './story.js'

/** A stranger in a game who asked where and when: reported at once, and in the end a lonely boy. */
export const TREE_HOUSE: Story = {
  id: 'tree-house-friend',
  ago: 204,
  cast: { a: pupil('Dogwood', 8), p: parent('a'), t: teacher('Dogwood'), d: post('dsl') },
  concern: {
    when: [0, '09:05'],
    channel: 'staff',
    by: 't',
    words:
      '{a} told me about a friend in the tree-house game who “is ten and also a vet”, who asked which school {a} goes to and what time it ends. {a} said the village but not the school.',
    happened: 'On Sunday',
    known: [0, '08:50'],
    platform: 'game',
    device: 'own-tablet',
    place: 'home',
    danger: 'not-known',
    done: 'Told {a} that not saying was right. Came straight here.',
    people: [
      { who: 'a', role: 'harmed' },
      { described: 'A player called MapleVet10, not known to the family', role: 'caused-harm' },
    ],
  },
  acknowledged: { when: [0, '09:10'], by: 'd' },
  triage: {
    when: [0, '09:25'],
    by: 'd',
    outcome: 'taken-up',
    risk: 'contact',
    subtype: 'personal-details-asked',
    urgency: 'urgent',
    words: 'A stranger who asks where and when. Treated as an adult until shown otherwise.',
  },
  case: {
    procedure: null,
    lead: 'd',
    entries: [
      {
        when: [0, '09:40'],
        by: 'd',
        kind: 'childs-words',
        words: '“They gave me a golden acorn. They said it was our secret but I do not like secrets.”',
      },
      {
        when: [0, '10:05'],
        by: 'd',
        kind: 'decision',
        words: 'Report to CEOP and tell the police today.',
        why: 'Presents, a secret, and questions about school: three signs together.',
      },
      {
        when: [0, '10:50'],
        by: 'd',
        kind: 'fact',
        words: '{p} came in. The tablet stays as it is, switched off, in the family’s cupboard.',
      },
      {
        when: [6, '14:20'],
        by: 'd',
        kind: 'fact',
        words:
          'The police traced the account to a fourteen-year-old abroad who plays alone. Words were had with the family there.',
      },
      {
        when: [20, '09:15'],
        by: 'd',
        kind: 'childs-words',
        words: '“I only play with people I know from real. I still have the acorn.”',
      },
    ],
    actions: [
      {
        when: [0, '11:00'],
        by: 'd',
        what: 'Walk {a} to the gate at home time this week',
        owner: 't',
        due: [4, '15:20'],
        done: [4, '15:25'],
      },
      {
        when: [6, '14:30'],
        by: 'd',
        what: 'Ask {a} again in two weeks',
        owner: 'd',
        due: [20, '15:20'],
        done: [20, '09:15'],
      },
    ],
    agencies: [
      {
        when: [0, '10:20'],
        by: 'd',
        agency: 'ceop',
        words: 'Reported by their form: player name, game, what was asked.',
        reference: 'Ref. 24-1187',
      },
      {
        when: [0, '10:35'],
        by: 'd',
        agency: 'police',
        words: 'Rang 101. They take it on and speak with the family.',
        reference: 'Log 322 of that day',
        reply: 'Closed on their side after six days.',
      },
    ],
    parents: [
      {
        when: [0, '10:50'],
        by: 'd',
        child: 'a',
        state: 'told',
        who: 'p',
        how: 'In person',
        words: 'Everything {a} said, what we reported, and not to reply or delete.',
      },
    ],
    closed: {
      when: [20, '09:40'],
      by: 'd',
      reason: 'finished',
      words: 'A lonely boy, not an adult; still the right thing to have done. {a} is well.',
    },
  },
}
