;; Adds up the weights of features: what the classifier spends most time on. The memory comes from outside.
;;
;; A feature has a row when its bit is set in the index, which holds, by turns, 32 bits and how many rows came before
;; them. Weights are signed square roots in 8 bits; a root times its absolute value is the weight.
(module
  (memory (import "memory" "all") 1)

  ;; The row of a feature, or -1 when it has none.
  (func $row (param $id i32) (param $index i32) (result i32)
    (local $at i32) (local $bits i32) (local $bit i32)
    (local.set $at (i32.add (local.get $index) (i32.shl (i32.shr_u (local.get $id) (i32.const 5)) (i32.const 3))))
    (local.set $bits (i32.load (local.get $at)))
    (local.set $bit (i32.shl (i32.const 1) (i32.and (local.get $id) (i32.const 31))))
    (if (i32.eqz (i32.and (local.get $bits) (local.get $bit))) (then (return (i32.const -1))))
    (i32.add
      (i32.load offset=4 (local.get $at))
      (i32.popcnt (i32.and (local.get $bits) (i32.sub (local.get $bit) (i32.const 1))))))

  ;; sums[0..15] (f32) = sum over the features [from, to) of value * weight, 16 columns a row.
  (func (export "addSixteen")
    (param $from i32) (param $to i32) (param $ids i32) (param $values i32) (param $index i32) (param $rows i32) (param $sums i32)
    (local $row i32) (local $roots v128) (local $low v128) (local $high v128) (local $value v128) (local $sizes v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (local.get $to)))
        (local.set $row (call $row
          (i32.load (i32.add (local.get $ids) (i32.shl (local.get $from) (i32.const 2))))
          (local.get $index)))
        (if (i32.ge_s (local.get $row) (i32.const 0))
          (then
            (local.set $roots (v128.load (i32.add (local.get $rows) (i32.shl (local.get $row) (i32.const 4)))))
            (local.set $sizes (i8x16.abs (local.get $roots)))
            (local.set $low (i16x8.extmul_low_i8x16_s (local.get $roots) (local.get $sizes)))
            (local.set $high (i16x8.extmul_high_i8x16_s (local.get $roots) (local.get $sizes)))
            (local.set $value (v128.load32_splat (i32.add (local.get $values) (i32.shl (local.get $from) (i32.const 2)))))
            (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $value)
              (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $low))))))
            (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $value)
              (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $low))))))
            (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $value)
              (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $high))))))
            (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $value)
              (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $high))))))))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (br $next)))
    (v128.store (local.get $sums) (local.get $a))
    (v128.store offset=16 (local.get $sums) (local.get $b))
    (v128.store offset=32 (local.get $sums) (local.get $c))
    (v128.store offset=48 (local.get $sums) (local.get $d)))

  ;; sums[0..3] (f32), the same over rows of four columns.
  (func (export "addFour")
    (param $from i32) (param $to i32) (param $ids i32) (param $values i32) (param $index i32) (param $rows i32) (param $sums i32)
    (local $row i32) (local $roots v128) (local $a v128)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (local.get $to)))
        (local.set $row (call $row
          (i32.load (i32.add (local.get $ids) (i32.shl (local.get $from) (i32.const 2))))
          (local.get $index)))
        (if (i32.ge_s (local.get $row) (i32.const 0))
          (then
            (local.set $roots (v128.load32_zero (i32.add (local.get $rows) (i32.shl (local.get $row) (i32.const 2)))))
            (local.set $a (f32x4.add (local.get $a) (f32x4.mul
              (v128.load32_splat (i32.add (local.get $values) (i32.shl (local.get $from) (i32.const 2))))
              (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s
                (i16x8.extmul_low_i8x16_s (local.get $roots) (i8x16.abs (local.get $roots))))))))))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (br $next)))
    (v128.store (local.get $sums) (local.get $a))))
