using System.Diagnostics;

namespace Emergent.Leabra;

/// <summary>Whether threads share one kind of work of one network: chosen by how long it has taken lately, shared and alone.</summary>
/// <remarks>
/// The slower way is tried now and then for a trial or 10 ms, the more seldom the longer the other has been the faster: processors may be two halves of one core,
/// and others may want them at any time. Neither can be asked for; both are in the times.
/// </remarks>
internal sealed class SharingChoice
{
    private const double RarestTry = 5, FirstTry = 0.02;   // seconds until the slower way is tried again
    private const int TryShare = 30;                       // tries take one part in so many of the time
    private static readonly long Memory = Stopwatch.Frequency / 5, Patience = Stopwatch.Frequency / 200, LeastTry = Stopwatch.Frequency / 100;

    private Pace _alone, _shared;
    private bool _prefersSharing = true, _tries, _gaveUp;
    private long _begun, _tryBegun, _tryAgain, _waited;
    private double _wait = FirstTry;

    /// <summary>Whether work is shared now.</summary>
    public bool Shares => _prefersSharing != _tries && !_gaveUp;

    /// <summary>Counts a piece of work that was done alone.</summary>
    public void CountAlone(long ticks, long cost) => _alone.Add(ticks, cost);

    /// <summary>Counts a piece of shared work, which has ended now; its caller should have waited for one chunk at most.</summary>
    public void CountShared(long ticks, long cost, long chunk, long waited, long now)
    {
        _shared.Add(ticks, cost);
        _waited += Math.Max(0, waited - 2 * chunk);
        // Helpers do not get the processor: each piece may then take milliseconds, hundreds a trial.
        if (_waited > Patience && 4 * _waited > now - _begun) { _gaveUp = true; }
    }

    /// <summary>Chooses for the coming trial.</summary>
    public void BeginTrial(long now)
    {
        (_waited, _gaveUp, _begun) = (0, false, now);
        if (_tries && now - _tryBegun < LeastTry) { return; }
        var prefersSharing = _alone.IsUnknown || (!_shared.IsUnknown && _shared.TimePerCost < _alone.TimePerCost);
        if (_tries || prefersSharing != _prefersSharing)
        {
            _wait = prefersSharing == _prefersSharing ? Math.Min(2 * _wait, RarestTry) : FirstTry;
            _tryAgain = now + Math.Max((long)(_wait * Stopwatch.Frequency), _tries ? TryShare * (now - _tryBegun) : 0);
            (_tries, _prefersSharing) = (false, prefersSharing);
        }
        else if (now > _tryAgain)
        {
            (_tries, _tryBegun) = (true, now);
            if (_prefersSharing) { _alone.Fade(); } else { _shared.Fade(); }
        }
    }

    /// <summary>How long work took of late, for its cost.</summary>
    private struct Pace
    {
        private double _ticks, _cost;

        public readonly bool IsUnknown => _cost == 0;

        public readonly double TimePerCost => _ticks / _cost;

        public void Add(long ticks, long cost)
        {
            (_ticks, _cost) = (_ticks + ticks, _cost + cost);
            if (_ticks > Memory) { Fade(); }
        }

        /// <summary>Lets what was before count for a quarter.</summary>
        public void Fade() => (_ticks, _cost) = (_ticks / 4, _cost / 4);
    }
}
