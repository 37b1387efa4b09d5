import type { Phrase } from '../list-source.js'

/**
 * A small set to begin with, ours, in plain words: what a worried child or a bully types, and what a lesson, a news page or a health
 * page says. A weight of 50 is worth a look by itself where the flag stands at 50; contexts take away. A school adds its own.
 */
const SAID: Readonly<Record<string, readonly (readonly [weight: number, language: string, ...words: string[]])[]>> = {
  'self-harm': [
    [
      60,
      'en',
      'kill myself',
      'end my life',
      'want to die',
      'cutting myself',
      'hurt myself on purpose',
      'how to self harm',
      'no reason to live',
      'better off without me',
    ],
    [60, 'pl', 'chcę umrzeć', 'zabić się', 'nie chcę żyć'],
    [60, 'ro', 'vreau să mor', 'să mă omor'],
    [60, 'es', 'quiero morir', 'matarme'],
    [60, 'ur', 'مرنا چاہتا ہوں', 'مرنا چاہتی ہوں'],
    [30, 'en', 'suicide', 'self harm', 'starve myself', 'hate my body'],
    [-40, 'en', 'prevention', 'helpline', 'childline', 'samaritans', 'lesson plan', 'charity', 'nhs'],
    [-30, 'en', 'romeo and juliet', 'news', 'assembly', 'worksheet'],
  ],
  bullying: [
    [
      60,
      'en',
      'kill yourself',
      'kys',
      'nobody likes you',
      'everyone hates you',
      'go and die',
      'fight him after school',
      'fight her after school',
    ],
    [60, 'pl', 'zabij się', 'nikt cię nie lubi'],
    [30, 'en', 'ugly loser', 'fat loser', 'post it so everyone sees', 'make her cry', 'make him cry'],
    [-40, 'en', 'anti bullying', 'stop bullying', 'lesson plan', 'how to help a friend'],
  ],
  violence: [
    [60, 'en', 'how to make a bomb', 'buy a knife', 'bring a knife to school', 'how to stab', 'shoot up'],
    [30, 'en', 'stab', 'machete', 'gore video'],
    [-40, 'en', 'world war', 'tudors', 'history', 'knife crime prevention', 'cookery', 'news'],
  ],
  extremism: [
    [60, 'en', 'join the caliphate', 'white power', 'race war', 'kill all infidels'],
    [30, 'en', 'great replacement', 'holy war now'],
    [-40, 'en', 'history', 'lesson plan', 'holocaust memorial', 'prevent duty', 'news', 'anne frank'],
  ],
}

export const STARTER_PHRASES: readonly Phrase[] = Object.entries(SAID).flatMap(([category, rows]) =>
  rows.flatMap(([weight, language, ...said]) =>
    said.map((words) => ({ id: `${category}: ${words}`, words, category, weight, language })),
  ),
)
