import { parent, post, pupil, type Story, teacher } from './story.js'

/** A dare that went round two classes, answered without naming it. */
export const DARE: Story = {
  id: 'quiet-dare',
  ago: 139,
  cast: {
    a: pupil('Damson', 13),
    b: pupil('Dogwood', 14),
    p: parent('a'),
    q: parent('b'),
    t: teacher('Damson'),
    d: post('dsl'),
    h: post('headteacher'),
  },
  concern: {
    when: [0, '10:50'],
    channel: 'staff',
    by: 't',
    words:
      'A dare is going round Year 5: hide so well that grown-ups have to look for you, and film their faces. {a} stayed under the stage for twenty minutes this morning while we searched.',
    happened: 'Today before school',
    known: [0, '09:10'],
    platform: 'video-sharing',
    place: 'in-school',
    done: 'Found {a} well. Counted both classes again.',
    people: [
      { who: 'a', role: 'harmed' },
      { who: 'b', role: 'other' },
    ],
  },
  acknowledged: { when: [0, '11:00'], by: 'd' },
  triage: {
    when: [0, '11:30'],
    by: 'd',
    outcome: 'taken-up',
    risk: 'content',
    subtype: 'dangerous-challenges',
    words: 'Funny until somebody hides where there is no air.',
  },
  case: {
    procedure: null,
    lead: 'd',
    entries: [
      {
        when: [0, '12:30'],
        by: 'd',
        kind: 'childs-words',
        words: '“There is a man who does it in a shop. He gets a million views.”',
      },
      {
        when: [0, '14:00'],
        by: 'd',
        kind: 'decision',
        words: 'Tell families plainly and without naming the film. Talk about safe hiding, not about the dare.',
        why: 'National advice: naming a dare sends children to look for it.',
      },
      {
        when: [1, '09:00'],
        by: 'h',
        kind: 'fact',
        words: 'Letter to the families of Years 4 to 6 sent at noon. Stage doors are locked outside lessons.',
      },
      {
        when: [9, '15:30'],
        by: 'd',
        kind: 'fact',
        words: 'Nobody has hidden since. {b}, who brought the dare, helped to write the class rule.',
      },
    ],
    actions: [
      {
        when: [0, '14:10'],
        by: 'd',
        what: 'Lock the stage and the boiler corridor',
        owner: 'h',
        due: [1, '09:00'],
        done: [1, '08:30'],
      },
    ],
    parents: [
      {
        when: [0, '15:30'],
        by: 'd',
        child: 'a',
        state: 'told',
        who: 'p',
        how: 'In person',
        words: 'Where {a} was, for how long, and why we were frightened.',
      },
      {
        when: [0, '16:00'],
        by: 'd',
        child: 'b',
        state: 'told',
        who: 'q',
        how: 'By telephone',
        words: 'That the dare began with {b}, what could have happened, and that nobody is punished for it.',
      },
    ],
    closed: {
      when: [9, '15:40'],
      by: 'd',
      reason: 'finished',
      words: 'Over, with a rule the children wrote themselves.',
    },
  },
}
