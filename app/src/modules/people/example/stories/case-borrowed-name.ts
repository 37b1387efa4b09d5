import { job, parent, post, pupil, type Story, teacher } from './story.js'

/** One child writing as another, with parents told late for a reason and the case handed over. */
export const BORROWED_NAME: Story = {
  id: 'borrowed-name',
  ago: 168,
  cast: {
    a: pupil('Maple', 2),
    b: pupil('Maple', 10),
    p: parent('a'),
    q: parent('b'),
    t: teacher('Maple'),
    d: post('deputy-dsl'),
    l: post('dsl'),
    m: job('Learning mentor'),
  },
  concern: {
    when: [0, '13:40'],
    channel: 'staff',
    by: 't',
    words:
      'Somebody wrote on the class page as {a}: “I hate everyone here and I am leaving.” {a} was at the dentist. {b} knew {a}’s picture password.',
    happened: 'This morning, between ten and eleven',
    known: [0, '13:15'],
    platform: 'learning-platform',
    device: 'school-tablet',
    place: 'in-lesson',
    done: 'Hid the post, told the class that it was not {a}.',
    people: [
      { who: 'a', role: 'harmed' },
      { who: 'b', role: 'caused-harm' },
    ],
  },
  acknowledged: { when: [0, '14:00'], by: 'd' },
  triage: {
    when: [0, '14:30'],
    by: 'd',
    outcome: 'taken-up',
    risk: 'conduct',
    subtype: 'impersonation',
    words: 'Twice this term; the first time it was let pass.',
  },
  case: {
    procedure: null,
    lead: 'd',
    entries: [
      {
        when: [0, '15:05'],
        by: 'd',
        kind: 'childs-words',
        words: '{b}: “I wanted {a} to get told off because {a} is always first.”',
      },
      {
        when: [1, '09:30'],
        by: 'd',
        kind: 'childs-words',
        words: '{a}: “People looked at me funny and I did not know why.”',
      },
      {
        when: [1, '12:00'],
        by: 'd',
        kind: 'decision',
        words: 'No outside agency. Put right in class, and {m} works with {b}.',
        why: 'Jealousy between nine-year-olds, with no earlier pattern beyond one other post.',
      },
      {
        when: [12, '11:00'],
        by: 'l',
        kind: 'fact',
        words: '{b} has said sorry in a letter, by {b}’s own wish. The two share the fish-feeding rota.',
      },
    ],
    actions: [
      {
        when: [1, '12:10'],
        by: 'd',
        what: 'New picture passwords for the whole class',
        owner: 't',
        due: [2, '15:20'],
        done: [2, '10:10'],
      },
    ],
    parents: [
      {
        when: [1, '15:30'],
        by: 'd',
        child: 'a',
        state: 'told',
        who: 'p',
        how: 'In person',
        words: 'What was written, that everybody knows it was not {a}.',
      },
      {
        when: [2, '08:45'],
        by: 'd',
        child: 'b',
        state: 'delayed',
        words: 'The family was at a funeral; {q} asked to be told after the weekend.',
      },
      {
        when: [5, '08:50'],
        by: 'd',
        child: 'b',
        state: 'told',
        who: 'q',
        how: 'By telephone',
        words: 'What {b} did, and how {b} is being helped.',
      },
    ],
    handover: {
      when: [8, '09:00'],
      by: 'd',
      to: 'l',
      words: 'I am away for two weeks. What is left: see both children once more.',
    },
    closed: {
      when: [12, '11:20'],
      by: 'l',
      reason: 'finished',
      words: 'Put right between the two; passwords changed.',
    },
  },
}
