import { job, parent, post, pupil, type Story } from './story.js'

/** Sad searches on a class laptop: seen within the hour, helped for weeks. */
export const LOW_EVENING: Story = {
  id: 'low-evening',
  ago: 84,
  cast: {
    a: pupil('Hawthorn', 21),
    p: parent('a'),
    n: post('network-manager'),
    d: post('dsl'),
    m: job('Learning mentor'),
  },
  concern: {
    when: [0, '10:15'],
    channel: 'staff',
    by: 'n',
    words:
      'From this morning’s search log: on a class laptop {a} looked three times for words about nobody liking you and wanting to stop being sad. I have told nobody else.',
    happened: 'Yesterday in the last lesson',
    known: [0, '10:05'],
    platform: 'search-engine',
    device: 'school-laptop',
    place: 'in-lesson',
    danger: 'not-known',
    people: [{ who: 'a', role: 'harmed' }],
  },
  acknowledged: { when: [0, '10:20'], by: 'd' },
  triage: {
    when: [0, '10:25'],
    by: 'd',
    outcome: 'taken-up',
    risk: 'content',
    subtype: 'self-harm-suicide',
    urgency: 'urgent',
    words: 'Seen within the hour, whatever it turns out to be.',
  },
  case: {
    procedure: null,
    lead: 'd',
    entries: [
      {
        when: [0, '10:50'],
        by: 'd',
        kind: 'childs-words',
        words: '“Since Grandad it is all grey. I do not want to hurt. I want it to be like before.”',
      },
      {
        when: [0, '11:10'],
        by: 'd',
        kind: 'decision',
        words: 'No immediate danger. Family today, social care asked for advice, {m} every day.',
        why: '{a} was asked plainly and answered plainly: no thought of being hurt or of dying. Grief that nobody had room for.',
      },
      {
        when: [0, '12:15'],
        by: 'd',
        kind: 'fact',
        words:
          '{p} came at once. {a}’s grandfather died in the holidays; the family had hoped that school would be a rest from it.',
      },
      {
        when: [10, '09:30'],
        by: 'd',
        kind: 'fact',
        words: 'The bereavement service has a place from next month. {a} helps in Reception at lunch and likes it.',
      },
      { when: [40, '15:00'], by: 'd', kind: 'childs-words', words: '“It is a bit green again.”' },
    ],
    actions: [
      {
        when: [0, '12:30'],
        by: 'd',
        what: 'Ten minutes with {a} every day',
        owner: 'm',
        due: [20, '15:20'],
        done: [20, '15:00'],
      },
      {
        when: [1, '09:00'],
        by: 'd',
        what: 'Referral to the bereavement service, with {p}',
        owner: 'd',
        due: [3, '15:20'],
        done: [2, '11:00'],
      },
    ],
    agencies: [
      {
        when: [0, '11:30'],
        by: 'd',
        agency: 'childrens-social-care',
        words: 'Asked for advice, with the family’s knowledge.',
        reference: 'Advice call 7741',
        reply: 'Early help by the school is right; ring again if anything changes.',
      },
    ],
    parents: [
      {
        when: [0, '12:15'],
        by: 'd',
        child: 'a',
        state: 'told',
        who: 'p',
        how: 'In person',
        words: 'What {a} searched for and said, with {a} there for the second half.',
      },
    ],
    closed: {
      when: [41, '09:30'],
      by: 'd',
      reason: 'finished',
      words: 'Better, helped by others now, and known to the Year 7 tutor when the time comes.',
    },
  },
}
