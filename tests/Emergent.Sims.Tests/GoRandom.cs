using System.Globalization;
using Emergent.Tests;

namespace Emergent.Sims.Tests;

/// <summary>The random numbers that the reference's programs of chapter 4 draw: those of the language that they are written in, after its seed 1.</summary>
/// <remarks>
/// Each is the sum of the 607th and the 273rd before it, modulo 2⁶⁴ (Mitchell and Moore's lagged Fibonacci generator); the first 607 are measured.
/// What is made of them is made as by math/rand of Go 1.19.
/// </remarks>
internal sealed class GoRandom
{
    private const int Long = 607, Short = 273;
    private readonly ulong[] _last = [.. GoldenData.Table("random/go_seed1.tsv").Select(row => ulong.Parse(row["bits"], CultureInfo.InvariantCulture))];
    private int _drawn;

    /// <summary>A number from 0 on, below 1.</summary>
    public double NextDouble()
    {
        double number;
        do { number = Next63() / 9223372036854775808.0; } while (number == 1);   // to which the largest are rounded
        return number;
    }

    /// <summary>The numbers from 0 on, in another order: each is put in the place of one before it, or stays.</summary>
    public int[] Permutation(int count)
    {
        var places = new int[count];
        for (var i = 0; i < count; i++)
        {
            var place = Below(i + 1);
            (places[i], places[place]) = (places[place], i);
        }
        return places;
    }

    /// <summary>Puts numbers in another order: from the last on, each is exchanged with one before it, or stays.</summary>
    public void Shuffle(int[] numbers)
    {
        for (var i = numbers.Length - 1; i > 0; i--)
        {
            var other = QuicklyBelow((uint)i + 1);
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }
    }

    /// <summary>A number below <paramref name="bound"/>, by the remainder.</summary>
    public int Below(int bound)
    {
        if (int.IsPow2(bound)) { return Next31() & (bound - 1); }
        var largest = int.MaxValue - (int)((1u << 31) % (uint)bound);
        int number;
        do { number = Next31(); } while (number > largest);   // so that all remainders are equally frequent
        return number % bound;
    }

    /// <summary>A number below <paramref name="bound"/>, by multiplication (Lemire).</summary>
    private int QuicklyBelow(uint bound)
    {
        ulong product;
        do { product = (uint)(Next63() >> 31) * (ulong)bound; } while ((uint)product < (0 - bound) % bound);
        return (int)(product >> 32);
    }

    private int Next31() => (int)(Next63() >> 32);

    private long Next63()
    {
        var place = _drawn % Long;
        if (_drawn++ >= Long) { _last[place] += _last[(place + Long - Short) % Long]; }
        return (long)(_last[place] & long.MaxValue);
    }
}
