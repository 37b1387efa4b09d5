;; The inner loop of phrase-automaton.ts: one table of numbers, from a state and a symbol straight to the next state.
;;
;; Each step must wait for the one before it, so a single reader spends its time waiting for memory. Four readers go
;; through four parts of the text side by side, and the processor fetches for all of them at once. JavaScript cannot: it
;; keeps the addresses of typed arrays and checks their bounds at every step, and has no registers left for four.
;;
;; `node tools/write-scan.mjs` turns this into scan-code.ts. Addresses as in lanes.ts:
;;   0       the four readers' states, read at the start and written at the end
;;   0x100   the symbol of each byte
;;   0x400   the text
;;   0x4400  the endings that were met
;;   0x14400 the table: state + 4 * symbol leads to the next state, as a distance from here, or to an ending's complement
;;   $onward the state in which to go on after each ending
(module
  (import "words" "memory" (memory 2))

  ;; Reads four parts of so many bytes each. Returns where the list of endings met stops.
  (func (export "scan") (param $part i32) (param $onward i32) (result i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $atA i32) (local $atB i32) (local $atC i32) (local $atD i32)
    (local $end i32) (local $found i32)

    (local.set $a (i32.load offset=0 (i32.const 0)))
    (local.set $b (i32.load offset=4 (i32.const 0)))
    (local.set $c (i32.load offset=8 (i32.const 0)))
    (local.set $d (i32.load offset=12 (i32.const 0)))
    (local.set $atA (i32.const 0x400))
    (local.set $end (local.tee $atB (i32.add (local.get $atA) (local.get $part))))
    (local.set $atC (i32.add (local.get $atB) (local.get $part)))
    (local.set $atD (i32.add (local.get $atC) (local.get $part)))
    (local.set $found (i32.const 0x4400))

    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $atA) (local.get $end)))
        (local.set $a (i32.load offset=0x14400 (i32.add (local.get $a)
          (i32.shl (i32.load8_u offset=0x100 (i32.load8_u (local.get $atA))) (i32.const 2)))))
        (local.set $b (i32.load offset=0x14400 (i32.add (local.get $b)
          (i32.shl (i32.load8_u offset=0x100 (i32.load8_u (local.get $atB))) (i32.const 2)))))
        (local.set $c (i32.load offset=0x14400 (i32.add (local.get $c)
          (i32.shl (i32.load8_u offset=0x100 (i32.load8_u (local.get $atC))) (i32.const 2)))))
        (local.set $d (i32.load offset=0x14400 (i32.add (local.get $d)
          (i32.shl (i32.load8_u offset=0x100 (i32.load8_u (local.get $atD))) (i32.const 2)))))
        (local.set $atA (i32.add (local.get $atA) (i32.const 1)))
        (local.set $atB (i32.add (local.get $atB) (i32.const 1)))
        (local.set $atC (i32.add (local.get $atC) (i32.const 1)))
        (local.set $atD (i32.add (local.get $atD) (i32.const 1)))

        ;; One look at the sign of all four; nearly always there is nothing more to do.
        (br_if $next (i32.ge_s
          (i32.or (i32.or (local.get $a) (local.get $b)) (i32.or (local.get $c) (local.get $d))) (i32.const 0)))

        (if (i32.lt_s (local.get $a) (i32.const 0)) (then
          (i32.store (local.get $found) (local.tee $a (i32.xor (local.get $a) (i32.const -1))))
          (local.set $a (i32.load (i32.add (local.get $onward) (i32.shl (local.get $a) (i32.const 2)))))
          (local.set $found (i32.add (local.get $found) (i32.const 4)))))
        (if (i32.lt_s (local.get $b) (i32.const 0)) (then
          (i32.store (local.get $found) (local.tee $b (i32.xor (local.get $b) (i32.const -1))))
          (local.set $b (i32.load (i32.add (local.get $onward) (i32.shl (local.get $b) (i32.const 2)))))
          (local.set $found (i32.add (local.get $found) (i32.const 4)))))
        (if (i32.lt_s (local.get $c) (i32.const 0)) (then
          (i32.store (local.get $found) (local.tee $c (i32.xor (local.get $c) (i32.const -1))))
          (local.set $c (i32.load (i32.add (local.get $onward) (i32.shl (local.get $c) (i32.const 2)))))
          (local.set $found (i32.add (local.get $found) (i32.const 4)))))
        (if (i32.lt_s (local.get $d) (i32.const 0)) (then
          (i32.store (local.get $found) (local.tee $d (i32.xor (local.get $d) (i32.const -1))))
          (local.set $d (i32.load (i32.add (local.get $onward) (i32.shl (local.get $d) (i32.const 2)))))
          (local.set $found (i32.add (local.get $found) (i32.const 4)))))
        (br $next)))

    (i32.store offset=0 (i32.const 0) (local.get $a))
    (i32.store offset=4 (i32.const 0) (local.get $b))
    (i32.store offset=8 (i32.const 0) (local.get $c))
    (i32.store offset=12 (i32.const 0) (local.get $d))
    (local.get $found)))
