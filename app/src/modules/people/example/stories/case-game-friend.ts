import { job, post, pupil, type Story, teacher } from './story.js'

/** A low-level concern about an adult, dealt with by the headteacher: kind, plain, and out of the DSL's inbox. */
export const GAME_FRIEND: Story = {
  id: 'game-friend',
  ago: 238,
  cast: {
    a: pupil('Blackthorn', 5),
    s: job('Teaching assistant', 7),
    t: teacher('Blackthorn'),
    h: post('headteacher'),
  },
  concern: {
    when: [0, '16:20'],
    channel: 'staff',
    by: 't',
    words:
      '{a} said happily that {s} is “on my friends list” in a farm game. I know {s} plays it. I do not think it is more than that, but it should not be.',
    known: [0, '15:05'],
    platform: 'game',
    device: 'own-tablet',
    place: 'home',
    people: [
      { who: 's', role: 'caused-harm' },
      { who: 'a', role: 'other' },
    ],
  },
  acknowledged: { when: [0, '16:40'], by: 'h' },
  triage: {
    when: [1, '08:30'],
    by: 'h',
    outcome: 'taken-up',
    risk: 'contact',
    subtype: 'contact-by-staff',
    words: 'To be looked at by me under the procedure for adults who work here.',
  },
  case: {
    procedure: 'staff-misuse',
    lead: 'h',
    entries: [
      { when: [1, '09:40'], by: 'h', kind: 'fact', words: 'No earlier note about {s} of any kind.' },
      {
        when: [2, '15:50'],
        by: 'h',
        kind: 'fact',
        words:
          '{s} had accepted every request for the farm game without looking at names, and was dismayed. The game has no messages, only gifts of hay.',
      },
      {
        when: [2, '16:10'],
        by: 'h',
        kind: 'decision',
        words: 'Low-level concern. Advice, and the lesson for staff brought forward.',
        why: 'Careless, not secretive; no words exchanged; put right on the spot.',
      },
    ],
    steps: [
      { when: [1, '08:32'], by: 't', step: 'keep-quiet' },
      { when: [1, '08:33'], by: 't', step: 'about', answers: ['staff'] },
      { when: [1, '08:34'], by: 't', step: 'tell' },
      { when: [1, '08:40'], by: 'h', step: 'danger', answers: ['no'] },
      {
        when: [1, '08:45'],
        by: 'h',
        step: 'keep-evidence',
        values: { kept: 'Nothing', words: '{t}, yesterday at twenty past four: {s} is “on my friends list”' },
      },
      { when: [1, '09:40'], by: 'h', step: 'earlier', answers: ['no'] },
      {
        when: [1, '10:00'],
        by: 'h',
        step: 'threshold',
        answers: ['no'],
        reason: 'A friend request accepted in a game without messages; nothing else',
      },
      {
        when: [1, '10:15'],
        by: 'h',
        step: 'low-level',
        values: {
          concern: '{s} and a pupil are “friends” in a game for all ages',
          clause: 'Staff keep no private online contact with pupils',
          why: 'No contact beyond gifts of hay, no secrecy, no earlier note',
        },
      },
      {
        when: [2, '16:10'],
        by: 'h',
        step: 'speak',
        values: {
          said: '{s} was sorry, took the pupil off the list in front of me, and asked what else to check',
          action: 'Advice; no more',
        },
      },
      {
        when: [6, '09:00'],
        by: 'h',
        step: 'lessons',
        values: { change: 'Games are now named in the staff agreement beside social networks' },
      },
      { when: [6, '09:10'], by: 'h', step: 'close' },
    ],
    actions: [
      {
        when: [2, '16:15'],
        by: 'h',
        what: 'Name games in the staff agreement',
        owner: 'h',
        due: [10, '15:20'],
        done: [6, '09:00'],
      },
    ],
    parents: [
      {
        when: [2, '16:30'],
        by: 'h',
        child: 'a',
        state: 'told',
        how: 'By telephone',
        words: 'That staff do not play online with pupils, and that it was put right.',
      },
    ],
    closed: { when: [6, '09:10'], by: 'h', reason: 'advised', words: 'Low-level, spoken of, put right.' },
  },
}
