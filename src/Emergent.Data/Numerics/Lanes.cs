using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Emergent.Data;

/// <summary>A group of float lanes that are computed together: a kernel's body is written once over this and runs on 16, 8, 4 or 1 lanes.</summary>
/// <remarks>
/// Every operation rounds as IEEE single precision does and nothing is fused, so each lane has the bits that one lane alone would have.
/// The wrappers are filled by initializer, not constructor: each constructor would count against what the JIT inlines into one loop.
/// Operators take a plain float too, which is one call less to inline than a conversion. Comparisons give a mask, all bits set where true. The operations named …Int see the lanes as 32-bit integers.
/// </remarks>
internal interface ILanes<T> where T : struct, ILanes<T>
{
    static abstract int Count { get; }
    static abstract T Load(ref float source, nuint index);
    static abstract void Store(T value, ref float target, nuint index);
    static abstract implicit operator T(float value);
    static abstract T operator +(T a, T b);
    static abstract T operator -(T a, T b);
    static abstract T operator *(T a, T b);
    static abstract T operator /(T a, T b);
    static abstract T operator +(T a, float b);
    static abstract T operator -(T a, float b);
    static abstract T operator -(float a, T b);
    static abstract T operator *(T a, float b);
    static abstract T operator *(float a, T b);
    static abstract T operator /(T a, float b);
    static abstract T operator /(float a, T b);
    static abstract T operator &(T a, T b);
    static abstract T operator |(T a, T b);

    /// <summary>a where the mask is not set, 0 where it is.</summary>
    static abstract T AndNot(T a, T mask);
    static abstract T LessThan(T a, T b);
    static abstract T LessOrEqual(T a, T b);
    static abstract T Equal(T a, T b);
    static abstract T Select(T mask, T ifTrue, T ifFalse);
    static abstract T Abs(T a);
    static abstract T Sqrt(T a);

    // A comparison and what follows from it in one operation, which many processors do without a mask in between.
    /// <summary>Where a &lt; b, x, else y.</summary>
    static abstract T IfLess(T a, T b, T x, T y);

    /// <summary>Where a ≤ b, x, else y.</summary>
    static abstract T IfLessOrEqual(T a, T b, T x, T y);

    /// <summary>Where a = b, x, else y.</summary>
    static abstract T IfEqual(T a, T b, T x, T y);

    /// <summary>Where a &gt; b, a, else b.</summary>
    static abstract T Max(T a, T b);

    /// <summary>Where a &lt; b, a, else b.</summary>
    static abstract T Min(T a, T b);

    /// <summary>Whether a &lt; b in all lanes.</summary>
    static abstract bool AllLess(T a, T b);

    /// <summary>a × b + c with a single rounding: for exact remainders only, since the reference never fuses.</summary>
    static abstract T Fused(T a, float b, T c);

    /// <summary>The same function of one value on each lane, for what has no vector form (powers in double precision).</summary>
    static abstract T Map<TFunction>(T a, TFunction function) where TFunction : struct, ILaneFunction, allows ref struct;

    /// <summary>The largest lane, if none is NaN.</summary>
    static abstract float LargestLane(T a);

    /// <summary>Which lanes of a mask are set: bit i for lane i.</summary>
    static abstract uint Bits(T mask);

    /// <summary>The number of each lane, as an integer.</summary>
    static abstract T LaneNumbers { get; }

    /// <summary>Stores those lanes for which a mask is set, one behind the other; what it leaves in the places behind them, as many as lanes are not set, may be anything.</summary>
    static abstract void StoreWhere(T mask, T value, ref float target, nuint index);

    /// <summary>Rounded towards 0; what it gives beyond the range of 32 bits differs between widths and machines.</summary>
    static abstract T ToInt(T a);
    static abstract T AddInt(T a, int b);
    static abstract T AddInt(T a, T b);
    static abstract T MultiplyInt(T a, int b);
    static abstract T MultiplyInt(T a, T b);
    static abstract T AndInt(T a, int b);
    static abstract T ShiftRightInt(T a, [ConstantExpected] int bits);

    /// <summary>The upper half of the 32 bits of a × b, both in 0…65,535.</summary>
    static abstract T MultiplyHigh(T a, T b);
    static abstract T MultiplyHigh(T a, int b);

    /// <summary>x × factor where the bits of |x| are above <paramref name="limit"/>; elsewhere nothing is multiplied, and the result is <paramref name="otherwise"/>.</summary>
    static abstract T TimesBeyond(T x, float factor, int limit, T otherwise);
}

/// <summary>A function of one float, for <see cref="ILanes{T}.Map"/>.</summary>
internal interface ILaneFunction
{
    float Invoke(float x);
}

internal struct Lanes1 : ILanes<Lanes1>
{
    private float _v;
    private static Lanes1 Mask(bool b) => Int(b ? -1 : 0);
    private static Lanes1 Int(int bits) => new() { _v = BitConverter.Int32BitsToSingle(bits) };
    private readonly int AsInt => BitConverter.SingleToInt32Bits(_v);
    public static int Count => 1;
    public static Lanes1 Load(ref float source, nuint index) => new() { _v = Unsafe.Add(ref source, index) };
    public static void Store(Lanes1 value, ref float target, nuint index) => Unsafe.Add(ref target, index) = value._v;
    public static implicit operator Lanes1(float value) => new() { _v = value };
    public static Lanes1 operator +(Lanes1 a, Lanes1 b) => new() { _v = a._v + b._v };
    public static Lanes1 operator -(Lanes1 a, Lanes1 b) => new() { _v = a._v - b._v };
    public static Lanes1 operator *(Lanes1 a, Lanes1 b) => new() { _v = a._v * b._v };
    public static Lanes1 operator /(Lanes1 a, Lanes1 b) => new() { _v = a._v / b._v };
    public static Lanes1 operator +(Lanes1 a, float b) => new() { _v = a._v + b };
    public static Lanes1 operator -(Lanes1 a, float b) => new() { _v = a._v - b };
    public static Lanes1 operator -(float a, Lanes1 b) => new() { _v = a - b._v };
    public static Lanes1 operator *(Lanes1 a, float b) => new() { _v = a._v * b };
    public static Lanes1 operator *(float a, Lanes1 b) => new() { _v = a * b._v };
    public static Lanes1 operator /(Lanes1 a, float b) => new() { _v = a._v / b };
    public static Lanes1 operator /(float a, Lanes1 b) => new() { _v = a / b._v };
    public static Lanes1 operator &(Lanes1 a, Lanes1 b) => Int(a.AsInt & b.AsInt);
    public static Lanes1 operator |(Lanes1 a, Lanes1 b) => Int(a.AsInt | b.AsInt);
    public static Lanes1 AndNot(Lanes1 a, Lanes1 mask) => Int(a.AsInt & ~mask.AsInt);
    public static Lanes1 LessThan(Lanes1 a, Lanes1 b) => Mask(a._v < b._v);
    public static Lanes1 LessOrEqual(Lanes1 a, Lanes1 b) => Mask(a._v <= b._v);
    public static Lanes1 Equal(Lanes1 a, Lanes1 b) => Mask(a._v == b._v);
    public static Lanes1 Select(Lanes1 mask, Lanes1 ifTrue, Lanes1 ifFalse) => mask.AsInt != 0 ? ifTrue : ifFalse;
    public static Lanes1 Abs(Lanes1 a) => new() { _v = MathF.Abs(a._v) };
    public static Lanes1 Sqrt(Lanes1 a) => new() { _v = MathF.Sqrt(a._v) };
    public static Lanes1 IfLess(Lanes1 a, Lanes1 b, Lanes1 x, Lanes1 y) => a._v < b._v ? x : y;
    public static Lanes1 IfLessOrEqual(Lanes1 a, Lanes1 b, Lanes1 x, Lanes1 y) => a._v <= b._v ? x : y;
    public static Lanes1 IfEqual(Lanes1 a, Lanes1 b, Lanes1 x, Lanes1 y) => a._v == b._v ? x : y;
    public static Lanes1 Max(Lanes1 a, Lanes1 b) => a._v > b._v ? a : b;
    public static Lanes1 Min(Lanes1 a, Lanes1 b) => a._v < b._v ? a : b;
    public static bool AllLess(Lanes1 a, Lanes1 b) => a._v < b._v;
#pragma warning disable RS0030 // the one place where fusing is meant
    public static Lanes1 Fused(Lanes1 a, float b, Lanes1 c) => new() { _v = MathF.FusedMultiplyAdd(a._v, b, c._v) };
#pragma warning restore RS0030
    public static Lanes1 Map<TFunction>(Lanes1 a, TFunction function) where TFunction : struct, ILaneFunction, allows ref struct => new() { _v = function.Invoke(a._v) };
    public static float LargestLane(Lanes1 a) => a._v;
    public static uint Bits(Lanes1 mask) => mask.AsInt != 0 ? 1u : 0u;
    public static Lanes1 LaneNumbers => Int(0);
    public static void StoreWhere(Lanes1 mask, Lanes1 value, ref float target, nuint index) => Unsafe.Add(ref target, index) = value._v;
    public static Lanes1 ToInt(Lanes1 a) => Int((int)a._v);
    public static Lanes1 AddInt(Lanes1 a, int b) => Int(a.AsInt + b);
    public static Lanes1 AddInt(Lanes1 a, Lanes1 b) => Int(a.AsInt + b.AsInt);
    public static Lanes1 MultiplyInt(Lanes1 a, int b) => Int(a.AsInt * b);
    public static Lanes1 MultiplyInt(Lanes1 a, Lanes1 b) => Int(a.AsInt * b.AsInt);
    public static Lanes1 AndInt(Lanes1 a, int b) => Int(a.AsInt & b);
    public static Lanes1 ShiftRightInt(Lanes1 a, [ConstantExpected] int bits) => Int(a.AsInt >> bits);
    public static Lanes1 MultiplyHigh(Lanes1 a, Lanes1 b) => Int(a.AsInt * b.AsInt >>> 16);
    public static Lanes1 MultiplyHigh(Lanes1 a, int b) => Int(a.AsInt * b >>> 16);
    public static Lanes1 TimesBeyond(Lanes1 x, float factor, int limit, Lanes1 otherwise) => (x.AsInt & int.MaxValue) > limit ? x * factor : otherwise;
}

internal struct Lanes4 : ILanes<Lanes4>
{
    private Vector128<float> _v;
    private static Lanes4 Int(Vector128<int> bits) => new() { _v = bits.AsSingle() };
    private readonly Vector128<int> AsInt => _v.AsInt32();
    public static int Count => 4;
    public static Lanes4 Load(ref float source, nuint index) => new() { _v = Vector128.LoadUnsafe(ref source, index) };

    public static void Store(Lanes4 value, ref float target, nuint index) => value._v.StoreUnsafe(ref target, index);
    public static implicit operator Lanes4(float value) => new() { _v = Vector128.Create(value) };
    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new() { _v = a._v + b._v };
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new() { _v = a._v - b._v };
    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new() { _v = a._v * b._v };
    public static Lanes4 operator /(Lanes4 a, Lanes4 b) => new() { _v = a._v / b._v };
    public static Lanes4 operator +(Lanes4 a, float b) => new() { _v = a._v + Vector128.Create(b) };
    public static Lanes4 operator -(Lanes4 a, float b) => new() { _v = a._v - Vector128.Create(b) };
    public static Lanes4 operator -(float a, Lanes4 b) => new() { _v = Vector128.Create(a) - b._v };
    public static Lanes4 operator *(Lanes4 a, float b) => new() { _v = a._v * Vector128.Create(b) };
    public static Lanes4 operator *(float a, Lanes4 b) => new() { _v = Vector128.Create(a) * b._v };
    public static Lanes4 operator /(Lanes4 a, float b) => new() { _v = a._v / Vector128.Create(b) };
    public static Lanes4 operator /(float a, Lanes4 b) => new() { _v = Vector128.Create(a) / b._v };
    public static Lanes4 operator &(Lanes4 a, Lanes4 b) => new() { _v = a._v & b._v };
    public static Lanes4 operator |(Lanes4 a, Lanes4 b) => new() { _v = a._v | b._v };
    public static Lanes4 AndNot(Lanes4 a, Lanes4 mask) => new() { _v = Vector128.AndNot(a._v, mask._v) };
    public static Lanes4 LessThan(Lanes4 a, Lanes4 b) => new() { _v = Vector128.LessThan(a._v, b._v) };
    public static Lanes4 LessOrEqual(Lanes4 a, Lanes4 b) => new() { _v = Vector128.LessThanOrEqual(a._v, b._v) };
    public static Lanes4 Equal(Lanes4 a, Lanes4 b) => new() { _v = Vector128.Equals(a._v, b._v) };
    public static Lanes4 Select(Lanes4 mask, Lanes4 ifTrue, Lanes4 ifFalse) => new() { _v = Vector128.ConditionalSelect(mask._v, ifTrue._v, ifFalse._v) };
    public static Lanes4 Abs(Lanes4 a) => new() { _v = Vector128.Abs(a._v) };
    public static Lanes4 Sqrt(Lanes4 a) => new() { _v = Vector128.Sqrt(a._v) };
    public static Lanes4 IfLess(Lanes4 a, Lanes4 b, Lanes4 x, Lanes4 y) => new() { _v = Vector128.ConditionalSelect(Vector128.LessThan(a._v, b._v), x._v, y._v) };
    public static Lanes4 IfLessOrEqual(Lanes4 a, Lanes4 b, Lanes4 x, Lanes4 y) => new() { _v = Vector128.ConditionalSelect(Vector128.LessThanOrEqual(a._v, b._v), x._v, y._v) };
    public static Lanes4 IfEqual(Lanes4 a, Lanes4 b, Lanes4 x, Lanes4 y) => new() { _v = Vector128.ConditionalSelect(Vector128.Equals(a._v, b._v), x._v, y._v) };
    public static Lanes4 Max(Lanes4 a, Lanes4 b) => Sse.IsSupported ? new() { _v = Sse.Max(a._v, b._v) } : IfLess(b, a, a, b);
    public static Lanes4 Min(Lanes4 a, Lanes4 b) => Sse.IsSupported ? new() { _v = Sse.Min(a._v, b._v) } : IfLess(a, b, a, b);
    public static bool AllLess(Lanes4 a, Lanes4 b) => Vector128.LessThanAll(a._v, b._v);
    public static Lanes4 Fused(Lanes4 a, float b, Lanes4 c) => new() { _v = Vector128.FusedMultiplyAdd(a._v, Vector128.Create(b), c._v) };

    public static Lanes4 Map<TFunction>(Lanes4 a, TFunction function) where TFunction : struct, ILaneFunction, allows ref struct
    {
        Span<float> lanes = stackalloc float[4];
        a._v.CopyTo(lanes);
        foreach (ref var lane in lanes) { lane = function.Invoke(lane); }
        return new() { _v = Vector128.Create((ReadOnlySpan<float>)lanes) };
    }

    public static float LargestLane(Lanes4 a) => Largest(a._v);

    /// <summary>The largest of four.</summary>
    public static float Largest(Vector128<float> v)
    {
        var pairs = Vector128.MaxNative(v, Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2)))[0];
    }

    public static uint Bits(Lanes4 mask) => mask._v.ExtractMostSignificantBits();
    public static Lanes4 LaneNumbers => Int(Vector128<int>.Indices);

    public static void StoreWhere(Lanes4 mask, Lanes4 value, ref float target, nuint index)
    {
        for (var set = Bits(mask); set != 0; set &= set - 1) { Unsafe.Add(ref target, index++) = value._v[BitOperations.TrailingZeroCount(set)]; }
    }

    public static Lanes4 ToInt(Lanes4 a) => Int(Vector128.ConvertToInt32Native(a._v));
    public static Lanes4 AddInt(Lanes4 a, int b) => Int(a.AsInt + Vector128.Create(b));
    public static Lanes4 AddInt(Lanes4 a, Lanes4 b) => Int(a.AsInt + b.AsInt);
    public static Lanes4 MultiplyInt(Lanes4 a, int b) => Int(a.AsInt * Vector128.Create(b));
    public static Lanes4 MultiplyInt(Lanes4 a, Lanes4 b) => Int(a.AsInt * b.AsInt);
    public static Lanes4 AndInt(Lanes4 a, int b) => Int(a.AsInt & Vector128.Create(b));
    public static Lanes4 ShiftRightInt(Lanes4 a, [ConstantExpected] int bits) => Int(a.AsInt >> bits);
    public static Lanes4 MultiplyHigh(Lanes4 a, Lanes4 b) => Sse2.IsSupported ? new() { _v = Sse2.MultiplyHigh(a._v.AsUInt16(), b._v.AsUInt16()).AsSingle() } : Int(a.AsInt * b.AsInt >>> 16);
    public static Lanes4 MultiplyHigh(Lanes4 a, int b) => MultiplyHigh(a, Int(Vector128.Create(b)));

    public static Lanes4 TimesBeyond(Lanes4 x, float factor, int limit, Lanes4 otherwise)
    {
        var beyond = Vector128.GreaterThan(x.AsInt & Vector128.Create(int.MaxValue), Vector128.Create(limit)).AsSingle();
        return new() { _v = Vector128.ConditionalSelect(beyond, (x._v & beyond) * Vector128.Create(factor), otherwise._v) };
    }
}

internal struct Lanes8 : ILanes<Lanes8>
{
    private Vector256<float> _v;
    private static Lanes8 Int(Vector256<int> bits) => new() { _v = bits.AsSingle() };
    private readonly Vector256<int> AsInt => _v.AsInt32();
    public static int Count => 8;
    public static Lanes8 Load(ref float source, nuint index) => new() { _v = Vector256.LoadUnsafe(ref source, index) };

    public static void Store(Lanes8 value, ref float target, nuint index) => value._v.StoreUnsafe(ref target, index);
    public static implicit operator Lanes8(float value) => new() { _v = Vector256.Create(value) };
    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new() { _v = a._v + b._v };
    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new() { _v = a._v - b._v };
    public static Lanes8 operator *(Lanes8 a, Lanes8 b) => new() { _v = a._v * b._v };
    public static Lanes8 operator /(Lanes8 a, Lanes8 b) => new() { _v = a._v / b._v };
    public static Lanes8 operator +(Lanes8 a, float b) => new() { _v = a._v + Vector256.Create(b) };
    public static Lanes8 operator -(Lanes8 a, float b) => new() { _v = a._v - Vector256.Create(b) };
    public static Lanes8 operator -(float a, Lanes8 b) => new() { _v = Vector256.Create(a) - b._v };
    public static Lanes8 operator *(Lanes8 a, float b) => new() { _v = a._v * Vector256.Create(b) };
    public static Lanes8 operator *(float a, Lanes8 b) => new() { _v = Vector256.Create(a) * b._v };
    public static Lanes8 operator /(Lanes8 a, float b) => new() { _v = a._v / Vector256.Create(b) };
    public static Lanes8 operator /(float a, Lanes8 b) => new() { _v = Vector256.Create(a) / b._v };
    public static Lanes8 operator &(Lanes8 a, Lanes8 b) => new() { _v = a._v & b._v };
    public static Lanes8 operator |(Lanes8 a, Lanes8 b) => new() { _v = a._v | b._v };
    public static Lanes8 AndNot(Lanes8 a, Lanes8 mask) => new() { _v = Vector256.AndNot(a._v, mask._v) };
    public static Lanes8 LessThan(Lanes8 a, Lanes8 b) => new() { _v = Vector256.LessThan(a._v, b._v) };
    public static Lanes8 LessOrEqual(Lanes8 a, Lanes8 b) => new() { _v = Vector256.LessThanOrEqual(a._v, b._v) };
    public static Lanes8 Equal(Lanes8 a, Lanes8 b) => new() { _v = Vector256.Equals(a._v, b._v) };
    public static Lanes8 Select(Lanes8 mask, Lanes8 ifTrue, Lanes8 ifFalse) => new() { _v = Vector256.ConditionalSelect(mask._v, ifTrue._v, ifFalse._v) };
    public static Lanes8 Abs(Lanes8 a) => new() { _v = Vector256.Abs(a._v) };
    public static Lanes8 Sqrt(Lanes8 a) => new() { _v = Vector256.Sqrt(a._v) };
    public static Lanes8 IfLess(Lanes8 a, Lanes8 b, Lanes8 x, Lanes8 y) => new() { _v = Vector256.ConditionalSelect(Vector256.LessThan(a._v, b._v), x._v, y._v) };
    public static Lanes8 IfLessOrEqual(Lanes8 a, Lanes8 b, Lanes8 x, Lanes8 y) => new() { _v = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(a._v, b._v), x._v, y._v) };
    public static Lanes8 IfEqual(Lanes8 a, Lanes8 b, Lanes8 x, Lanes8 y) => new() { _v = Vector256.ConditionalSelect(Vector256.Equals(a._v, b._v), x._v, y._v) };
    public static Lanes8 Max(Lanes8 a, Lanes8 b) => Avx.IsSupported ? new() { _v = Avx.Max(a._v, b._v) } : IfLess(b, a, a, b);
    public static Lanes8 Min(Lanes8 a, Lanes8 b) => Avx.IsSupported ? new() { _v = Avx.Min(a._v, b._v) } : IfLess(a, b, a, b);
    public static bool AllLess(Lanes8 a, Lanes8 b) => Vector256.LessThanAll(a._v, b._v);
    public static Lanes8 Fused(Lanes8 a, float b, Lanes8 c) => new() { _v = Vector256.FusedMultiplyAdd(a._v, Vector256.Create(b), c._v) };

    public static Lanes8 Map<TFunction>(Lanes8 a, TFunction function) where TFunction : struct, ILaneFunction, allows ref struct
    {
        Span<float> lanes = stackalloc float[8];
        a._v.CopyTo(lanes);
        foreach (ref var lane in lanes) { lane = function.Invoke(lane); }
        return new() { _v = Vector256.Create((ReadOnlySpan<float>)lanes) };
    }

    public static float LargestLane(Lanes8 a) => Largest(a._v);

    /// <summary>The largest of eight.</summary>
    public static float Largest(Vector256<float> v) => Lanes4.Largest(Vector128.MaxNative(v.GetLower(), v.GetUpper()));

    public static uint Bits(Lanes8 mask) => mask._v.ExtractMostSignificantBits();
    public static Lanes8 LaneNumbers => Int(Vector256<int>.Indices);

    public static void StoreWhere(Lanes8 mask, Lanes8 value, ref float target, nuint index)
    {
        for (var set = Bits(mask); set != 0; set &= set - 1) { Unsafe.Add(ref target, index++) = value._v[BitOperations.TrailingZeroCount(set)]; }
    }

    public static Lanes8 ToInt(Lanes8 a) => Int(Vector256.ConvertToInt32Native(a._v));
    public static Lanes8 AddInt(Lanes8 a, int b) => Int(a.AsInt + Vector256.Create(b));
    public static Lanes8 AddInt(Lanes8 a, Lanes8 b) => Int(a.AsInt + b.AsInt);
    public static Lanes8 MultiplyInt(Lanes8 a, int b) => Int(a.AsInt * Vector256.Create(b));
    public static Lanes8 MultiplyInt(Lanes8 a, Lanes8 b) => Int(a.AsInt * b.AsInt);
    public static Lanes8 AndInt(Lanes8 a, int b) => Int(a.AsInt & Vector256.Create(b));
    public static Lanes8 ShiftRightInt(Lanes8 a, [ConstantExpected] int bits) => Int(a.AsInt >> bits);
    public static Lanes8 MultiplyHigh(Lanes8 a, Lanes8 b) => Avx2.IsSupported ? new() { _v = Avx2.MultiplyHigh(a._v.AsUInt16(), b._v.AsUInt16()).AsSingle() } : Int(a.AsInt * b.AsInt >>> 16);
    public static Lanes8 MultiplyHigh(Lanes8 a, int b) => MultiplyHigh(a, Int(Vector256.Create(b)));

    public static Lanes8 TimesBeyond(Lanes8 x, float factor, int limit, Lanes8 otherwise)
    {
        var beyond = Vector256.GreaterThan(x.AsInt & Vector256.Create(int.MaxValue), Vector256.Create(limit)).AsSingle();
        return new() { _v = Vector256.ConditionalSelect(beyond, (x._v & beyond) * Vector256.Create(factor), otherwise._v) };
    }
}

internal struct Lanes16 : ILanes<Lanes16>
{
    private Vector512<float> _v;
    private static Lanes16 Int(Vector512<int> bits) => new() { _v = bits.AsSingle() };
    private readonly Vector512<int> AsInt => _v.AsInt32();
    public static int Count => 16;
    public static Lanes16 Load(ref float source, nuint index) => new() { _v = Vector512.LoadUnsafe(ref source, index) };

    public static void Store(Lanes16 value, ref float target, nuint index) => value._v.StoreUnsafe(ref target, index);
    public static implicit operator Lanes16(float value) => new() { _v = Vector512.Create(value) };
    public static Lanes16 operator +(Lanes16 a, Lanes16 b) => new() { _v = a._v + b._v };
    public static Lanes16 operator -(Lanes16 a, Lanes16 b) => new() { _v = a._v - b._v };
    public static Lanes16 operator *(Lanes16 a, Lanes16 b) => new() { _v = a._v * b._v };
    public static Lanes16 operator /(Lanes16 a, Lanes16 b) => new() { _v = a._v / b._v };
    public static Lanes16 operator +(Lanes16 a, float b) => new() { _v = a._v + Vector512.Create(b) };
    public static Lanes16 operator -(Lanes16 a, float b) => new() { _v = a._v - Vector512.Create(b) };
    public static Lanes16 operator -(float a, Lanes16 b) => new() { _v = Vector512.Create(a) - b._v };
    public static Lanes16 operator *(Lanes16 a, float b) => new() { _v = a._v * Vector512.Create(b) };
    public static Lanes16 operator *(float a, Lanes16 b) => new() { _v = Vector512.Create(a) * b._v };
    public static Lanes16 operator /(Lanes16 a, float b) => new() { _v = a._v / Vector512.Create(b) };
    public static Lanes16 operator /(float a, Lanes16 b) => new() { _v = Vector512.Create(a) / b._v };
    public static Lanes16 operator &(Lanes16 a, Lanes16 b) => new() { _v = a._v & b._v };
    public static Lanes16 operator |(Lanes16 a, Lanes16 b) => new() { _v = a._v | b._v };
    public static Lanes16 AndNot(Lanes16 a, Lanes16 mask) => new() { _v = Vector512.AndNot(a._v, mask._v) };
    public static Lanes16 LessThan(Lanes16 a, Lanes16 b) => new() { _v = Vector512.LessThan(a._v, b._v) };
    public static Lanes16 LessOrEqual(Lanes16 a, Lanes16 b) => new() { _v = Vector512.LessThanOrEqual(a._v, b._v) };
    public static Lanes16 Equal(Lanes16 a, Lanes16 b) => new() { _v = Vector512.Equals(a._v, b._v) };
    public static Lanes16 Select(Lanes16 mask, Lanes16 ifTrue, Lanes16 ifFalse) => new() { _v = Vector512.ConditionalSelect(mask._v, ifTrue._v, ifFalse._v) };
    public static Lanes16 Abs(Lanes16 a) => new() { _v = Vector512.Abs(a._v) };
    public static Lanes16 Sqrt(Lanes16 a) => new() { _v = Vector512.Sqrt(a._v) };
    public static Lanes16 IfLess(Lanes16 a, Lanes16 b, Lanes16 x, Lanes16 y) => new() { _v = Vector512.ConditionalSelect(Vector512.LessThan(a._v, b._v), x._v, y._v) };
    public static Lanes16 IfLessOrEqual(Lanes16 a, Lanes16 b, Lanes16 x, Lanes16 y) => new() { _v = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(a._v, b._v), x._v, y._v) };
    public static Lanes16 IfEqual(Lanes16 a, Lanes16 b, Lanes16 x, Lanes16 y) => new() { _v = Vector512.ConditionalSelect(Vector512.Equals(a._v, b._v), x._v, y._v) };
    public static Lanes16 Max(Lanes16 a, Lanes16 b) => Avx512F.IsSupported ? new() { _v = Avx512F.Max(a._v, b._v) } : IfLess(b, a, a, b);
    public static Lanes16 Min(Lanes16 a, Lanes16 b) => Avx512F.IsSupported ? new() { _v = Avx512F.Min(a._v, b._v) } : IfLess(a, b, a, b);
    public static bool AllLess(Lanes16 a, Lanes16 b) => Vector512.LessThanAll(a._v, b._v);
    public static Lanes16 Fused(Lanes16 a, float b, Lanes16 c) => new() { _v = Vector512.FusedMultiplyAdd(a._v, Vector512.Create(b), c._v) };

    public static Lanes16 Map<TFunction>(Lanes16 a, TFunction function) where TFunction : struct, ILaneFunction, allows ref struct
    {
        Span<float> lanes = stackalloc float[16];
        a._v.CopyTo(lanes);
        foreach (ref var lane in lanes) { lane = function.Invoke(lane); }
        return new() { _v = Vector512.Create((ReadOnlySpan<float>)lanes) };
    }

    public static float LargestLane(Lanes16 a) => Lanes8.Largest(Vector256.MaxNative(a._v.GetLower(), a._v.GetUpper()));

    public static uint Bits(Lanes16 mask) => (uint)mask._v.ExtractMostSignificantBits();
    public static Lanes16 LaneNumbers => Int(Vector512<int>.Indices);

    public static void StoreWhere(Lanes16 mask, Lanes16 value, ref float target, nuint index)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.Compress(Vector512<float>.Zero, mask._v, value._v).StoreUnsafe(ref target, index);
            return;
        }
        for (var set = Bits(mask); set != 0; set &= set - 1) { Unsafe.Add(ref target, index++) = value._v[BitOperations.TrailingZeroCount(set)]; }
    }

    public static Lanes16 ToInt(Lanes16 a) => Int(Vector512.ConvertToInt32Native(a._v));
    public static Lanes16 AddInt(Lanes16 a, int b) => Int(a.AsInt + Vector512.Create(b));
    public static Lanes16 AddInt(Lanes16 a, Lanes16 b) => Int(a.AsInt + b.AsInt);
    public static Lanes16 MultiplyInt(Lanes16 a, int b) => Int(a.AsInt * Vector512.Create(b));
    public static Lanes16 MultiplyInt(Lanes16 a, Lanes16 b) => Int(a.AsInt * b.AsInt);
    public static Lanes16 AndInt(Lanes16 a, int b) => Int(a.AsInt & Vector512.Create(b));
    public static Lanes16 ShiftRightInt(Lanes16 a, [ConstantExpected] int bits) => Int(a.AsInt >> bits);
    public static Lanes16 MultiplyHigh(Lanes16 a, Lanes16 b) => Avx512BW.IsSupported ? new() { _v = Avx512BW.MultiplyHigh(a._v.AsUInt16(), b._v.AsUInt16()).AsSingle() } : Int(a.AsInt * b.AsInt >>> 16);
    public static Lanes16 MultiplyHigh(Lanes16 a, int b) => MultiplyHigh(a, Int(Vector512.Create(b)));

    // The multiplication itself takes the mask: lanes without it are not multiplied.
    public static Lanes16 TimesBeyond(Lanes16 x, float factor, int limit, Lanes16 otherwise) =>
        new() { _v = Vector512.ConditionalSelect(Vector512.GreaterThan(x.AsInt & Vector512.Create(int.MaxValue), Vector512.Create(limit)).AsSingle(), x._v * Vector512.Create(factor), otherwise._v) };
}
