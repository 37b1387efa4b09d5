import { job, parent, post, pupil, type Story, teacher } from './story.js'

/** Concerns that wait for somebody, as a DSL finds them on an ordinary morning. */
export const WAITING: readonly Story[] = [
  {
    id: 'lunch-hall-talk',
    ago: 5,
    cast: { a: pupil('Damson', 9), b: pupil('Damson', 12), r: job('Lunchtime supervisor'), d: post('deputy-dsl') },
    concern: {
      when: [0, '12:50'],
      channel: 'staff',
      by: 'r',
      words:
        'At lunch {a} told the table that {b} “has a secret account where grown-ups follow”. {b} went red and said it was only a joke. I did not ask more.',
      happened: 'Today at lunch',
      known: [0, '12:35'],
      platform: 'video-sharing',
      place: 'in-school',
      people: [
        { who: 'b', role: 'harmed' },
        { who: 'a', role: 'told' },
      ],
    },
    acknowledged: { when: [0, '14:20'], by: 'd' },
  },
  {
    id: 'tablet-left-open',
    ago: 2,
    cast: { a: pupil('Holly', 6), t: teacher('Holly') },
    concern: {
      when: [0, '15:10'],
      channel: 'staff',
      by: 't',
      words:
        'A class tablet came back from reading time signed in to somebody’s own video account. {a} says it is an older cousin’s and that “the password was easy”. I signed it out and put the tablet away.',
      happened: 'This afternoon, about two o’clock',
      known: [0, '14:10'],
      platform: 'video-sharing',
      device: 'school-tablet',
      place: 'in-lesson',
      done: 'Signed the account out, kept the tablet in my cupboard, told {a} that telling was right.',
      people: [{ who: 'a', role: 'other' }],
    },
  },
  {
    id: 'voice-note',
    ago: 1,
    cast: { a: pupil('Blackthorn', 8), b: pupil('Blackthorn', 15), t: teacher('Blackthorn') },
    concern: {
      when: [0, '09:05'],
      channel: 'staff',
      by: 't',
      words:
        '{a} was upset at registration. {a} said: “Somebody sent round a voice note of me singing and put a donkey on it.” {a} thinks {b} has it and does not know who made it. I have not listened to anything.',
      happened: 'Last night',
      known: [0, '08:50'],
      platform: 'messaging',
      device: 'own-phone',
      place: 'home',
      done: 'Moved {a} to sit with a friend. Told {a} that the safeguarding lead will hear today.',
      people: [
        { who: 'a', role: 'harmed' },
        { described: 'Whoever made the recording, not known', role: 'caused-harm' },
        { who: 'b', role: 'saw' },
      ],
    },
  },
  {
    id: 'parent-rang-office',
    ago: 0,
    cast: { a: pupil('Spindle', 3), p: parent('a'), o: post('school-business-manager') },
    concern: {
      when: [0, '14:40'],
      channel: 'staff',
      by: 'o',
      toldBy: '{p}, by telephone',
      words:
        'Entered for {p}, who rang the office. A person whom {a} met in a racing game asked {a} to move to another app “where it is easier to talk”. {a} showed the message at home and did not answer. The message is still on the family’s tablet.',
      happened: 'Yesterday evening',
      known: [0, '14:25'],
      platform: 'game',
      device: 'own-tablet',
      place: 'home',
      danger: 'not-known',
      done: 'Asked the family not to reply and not to delete anything, and said that the safeguarding lead rings back today.',
      people: [{ who: 'a', role: 'harmed' }],
    },
  },
  {
    id: 'neighbour-writes',
    ago: 0,
    cast: {},
    concern: {
      when: [0, '11:30'],
      channel: 'public',
      by: null,
      reporterName: 'A neighbour in Hedge Lane',
      reporterContact: 'By letter box at number 4',
      words:
        'Some bigger boys stand at the bus shelter at home time and hold their phones up to the little ones and shout so that they jump. I thought the school should know.',
      happened: 'Most days this week',
      platform: 'not-known',
      device: 'own-phone',
      place: 'journey',
      people: [{ described: 'Two or three boys in another school’s uniform', role: 'caused-harm' }],
    },
  },
]
