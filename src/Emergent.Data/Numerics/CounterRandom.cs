using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>Random numbers that are a function of (seed, run, stream, index): no order of calls, thread or window can change them.</summary>
/// <remarks>
/// Philox 4×32 with 10 rounds. Each (seed, run, stream, index) opens its own sequence of 2³² draws; the index is the unit,
/// synapse, row or trial that the numbers are for.
/// Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
/// </remarks>
public struct CounterRandom
{
    private readonly uint _key0, _key1;
    private readonly ulong _index;
    private uint _block;
    private int _used;
    private uint _x0, _x1, _x2, _x3;

    /// <summary>Opens the sequence for one index of one stream.</summary>
    /// <param name="seed">The seed of the whole experiment.</param>
    /// <param name="run">The run within the experiment.</param>
    /// <param name="stream">What the numbers are for; see <see cref="StreamOf"/>.</param>
    /// <param name="index">Which of them: a unit, a synapse, a row.</param>
    public CounterRandom(long seed, int run, ulong stream, ulong index = 0)
    {
        // The key mixes seed, run and stream so that neighbouring seeds share nothing (SplitMix64's finaliser, three times).
        var key = Mix(Mix(Mix((ulong)seed + 0x9E3779B97F4A7C15) ^ (uint)run) ^ stream);
        _key0 = (uint)key;
        _key1 = (uint)(key >> 32);
        _index = index;
        _used = 4;
    }

    private CounterRandom(uint key0, uint key1, ulong index) => (_key0, _key1, _index, _used) = (key0, key1, index, 4);

    /// <summary>The sequence for another index of the same seed, run and stream, without mixing those again.</summary>
    internal readonly CounterRandom At(ulong index) => new(_key0, _key1, index);

    /// <summary>A number in [0, 1) for each index from <paramref name="index"/> on, of the same seed, run and stream.</summary>
    /// <remarks>
    /// Less than half the price of opening a sequence for each: two neighbours share a block, beyond the 2³⁰ that a sequence has. So these are not the
    /// numbers that <see cref="At"/> gives, but as much a function of the index, wherever the span begins.
    /// </remarks>
    internal readonly void Fill(Span<double> numbers, ulong index)
    {
        var i = 0;
        if (index % 2 == 1 && numbers.Length > 0) { numbers[i++] = Pair(index / 2).Second; }
        for (; i + 2 <= numbers.Length; i += 2) { (numbers[i], numbers[i + 1]) = Pair((index + (ulong)i) / 2); }
        if (i < numbers.Length) { numbers[i] = Pair((index + (ulong)i) / 2).First; }
    }

    /// <summary>The stream number for a name: <c>StreamOf("weights InputToHidden1")</c>.</summary>
    /// <remarks>FNV-1a over the UTF-16 code units. A name, not a position, so that adding a layer leaves the numbers of the others as they were.</remarks>
    public static ulong StreamOf(ReadOnlySpan<char> name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name) { hash = (hash ^ c) * 1099511628211UL; }
        return hash;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextBits()
    {
        if (_used == 4) { Refill(); }
        return _used++ switch { 0 => _x0, 1 => _x1, 2 => _x2, _ => _x3 };
    }

    /// <summary>The next number in [0, 1), with 53 random bits.</summary>
    public double NextDouble()
    {
        uint high = NextBits(), low = NextBits();
        return UnitInterval(high, low);
    }

    /// <summary>The next whole number in [0, <paramref name="count"/>), all equally likely.</summary>
    public int NextInt(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        // Lemire's method: reject the few products that would favour some numbers.
        var threshold = (uint)-count % (uint)count;
        while (true)
        {
            var product = (ulong)NextBits() * (uint)count;
            if ((uint)product >= threshold) { return (int)(product >> 32); }
        }
    }

    /// <summary>Puts <paramref name="items"/> into a random order, all orders equally likely.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>A random order of 0 … <paramref name="count"/> − 1.</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) { order[i] = i; }
        Shuffle<int>(order);
        return order;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static double UnitInterval(ulong high, ulong low) => ((high << 21) ^ (low >> 11)) * (1.0 / (1UL << 53));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly (double First, double Second) Pair(ulong index)
    {
        var (x0, x1, x2, x3) = Block(index, uint.MaxValue);
        return (UnitInterval(x0, x1), UnitInterval(x2, x3));
    }

    private void Refill()
    {
        (_x0, _x1, _x2, _x3) = Block(_index, _block++);
        _used = 0;
    }

    /// <summary>One block of Philox: 128 random bits for a counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly (uint X0, uint X1, uint X2, uint X3) Block(ulong index, uint block)
    {
        uint c0 = (uint)index, c1 = (uint)(index >> 32), c2 = block, c3 = 0, k0 = _key0, k1 = _key1;
        for (var round = 0; round < 10; round++)
        {
            ulong p0 = (ulong)c0 * 0xD2511F53, p1 = (ulong)c2 * 0xCD9E8D57;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        return (c0, c1, c2, c3);
    }
}
