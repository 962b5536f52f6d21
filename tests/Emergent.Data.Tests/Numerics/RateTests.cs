namespace Emergent.Data.Tests;

/// <summary>Multiplications that go round denormal numbers have the bits of multiplications.</summary>
public class RateTests
{
    private const int Tiny = 3000;   // multiples of the smallest number to try, and as many around the smallest normal one

    public static TheoryData<float> Factors => [0.1f, 0.15f, 0.25f, 0.3f, 1f / 3.3f, 0.5f, 0.51f, 0.6f, 0.75f, 0.9f, 0.999f, 1f, 0f, 1e-4f, 1.5f, -0.3f];

    [Theory, MemberData(nameof(Factors))]
    public void Rate_multiplies_to_the_same_bits(float factor)
    {
        var rate = new Rate(factor);
        AssertSame(x => x * factor, new Rated(rate));
    }

    [Theory, MemberData(nameof(Factors))]
    public void Decay_factor_multiplies_to_the_same_bits(float factor)
    {
        var decay = new DecayFactor(factor);
        AssertSame(x => x * factor, new Decayed(decay));
    }

    [Theory, MemberData(nameof(Factors))]
    public void Step_goes_to_the_same_bits(float factor)
    {
        var rate = new Rate(factor);
        foreach (var target in (float[])[0f, 1e-45f, -0.3f, 1f]) { AssertSame(x => x + factor * (target - x), new Stepped(rate, target)); }
    }

    private interface IFunction
    {
        T Of<T>(T x) where T : struct, ILanes<T>;
    }

    private readonly struct Rated(Rate rate) : IFunction
    {
        public T Of<T>(T x) where T : struct, ILanes<T> => rate.Of(x);
    }

    private readonly struct Decayed(DecayFactor decay) : IFunction
    {
        public T Of<T>(T x) where T : struct, ILanes<T> => decay.Of(x);
    }

    private readonly struct Stepped(Rate rate, float target) : IFunction
    {
        public T Of<T>(T x) where T : struct, ILanes<T> => rate.Step(x, target);
    }

    private static void AssertSame<TFunction>(Func<float, float> expected, TFunction actual) where TFunction : IFunction
    {
        var numbers = Numbers().ToArray();
        AssertSame<TFunction, Lanes1>(numbers, expected, actual);
        AssertSame<TFunction, Lanes4>(numbers, expected, actual);
        AssertSame<TFunction, Lanes8>(numbers, expected, actual);
        AssertSame<TFunction, Lanes16>(numbers, expected, actual);
    }

    /// <summary>Equal at one width, where a zero is as good as the other.</summary>
    private static void AssertSame<TFunction, T>(float[] numbers, Func<float, float> expected, TFunction actual) where TFunction : IFunction where T : struct, ILanes<T>
    {
        Span<float> group = stackalloc float[T.Count];
        for (var first = 0; first + T.Count <= numbers.Length; first++)
        {
            T.Store(actual.Of(T.Load(ref numbers[0], (nuint)first)), ref group[0], 0);
            for (var lane = 0; lane < T.Count; lane++)
            {
                var x = numbers[first + lane];
                if (expected(x) != group[lane]) { Assert.Fail($"{T.Count} lanes, {x:R}: {group[lane]:R} instead of {expected(x):R}"); }
            }
        }
    }

    /// <summary>The smallest numbers, those around the smallest normal one, and some others, of both signs.</summary>
    private static IEnumerable<float> Numbers()
    {
        var normal = BitConverter.SingleToInt32Bits(1.17549435e-38f);
        var bits = Enumerable.Range(0, Tiny).Concat(Enumerable.Range(normal - Tiny, 2 * Tiny));
        return bits.Select(BitConverter.Int32BitsToSingle).Concat([1e-20f, 0.1f, 0.7f, 1f, 3e8f]).SelectMany(x => (float[])[x, -x]);
    }
}
