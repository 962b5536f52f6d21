using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>A small world of squares, through which an agent moves to a goal: an environment that is acted upon.</summary>
/// <remarks>
/// A map has a line for each row: <c>#</c> a wall, <c>.</c> floor, <c>S</c> where the agent starts, <c>G</c> a goal. What is beyond the map is wall.
/// States: <c>Place</c>, the agent's square as one active unit of the map's shape; <c>Reward</c>, one unit. Action: <c>Move</c>, four units for up, right, down and
/// left, of which the most active is done in the next step. Against a wall the agent stays where it is. When it has reached a goal, or after so many trials, the next step
/// begins another episode at the start.
/// </remarks>
public sealed class GridWorldEnvironment : IEnvironment
{
    private static readonly (int Row, int Column)[] Directions = [(-1, 0), (0, 1), (1, 0), (0, -1)];
    private readonly Counter _run = new(TimeScale.Run), _episode = new(TimeScale.Episode), _trial = new(TimeScale.Trial);
    private readonly string[] _map;
    private readonly Tensor<float> _place, _reward = new([1]);
    private readonly (int Row, int Column) _start;
    private (int Row, int Column) _at;
    private int _move = -1;
    private bool _isOver;

    /// <summary>A world drawn as a map.</summary>
    /// <param name="map">Its rows, from the top.</param>
    /// <param name="maximumTrials">After how many trials an episode ends without the goal.</param>
    /// <param name="name">What the environment is for.</param>
    /// <exception cref="EmergentException">The map has rows of different lengths, a sign that means nothing, not one start, or no goal.</exception>
    public GridWorldEnvironment(IReadOnlyList<string> map, int maximumTrials = 100, string name = "Train")
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumTrials);
        (Name, MaximumTrials, _map) = (name, maximumTrials, [.. map]);
        List<(int Row, int Column)> starts = [], goals = [];
        for (var row = 0; row < _map.Length; row++)
        {
            if (_map[row].Length != _map[0].Length)
            {
                throw new EmergentException($"Map of environment '{name}': row {row} has {_map[row].Length} squares, row 0 has {_map[0].Length}. Make all rows equally long.");
            }
            for (var column = 0; column < _map[row].Length; column++)
            {
                switch (_map[row][column])
                {
                    case 'S': starts.Add((row, column)); break;
                    case 'G': goals.Add((row, column)); break;
                    case '#' or '.': break;
                    default: throw new EmergentException($"Map of environment '{name}': row {row}, column {column} is '{_map[row][column]}'; a square is #, ., S or G.");
                }
            }
        }
        if (starts.Count != 1) { throw new EmergentException($"Map of environment '{name}' has {starts.Count} starts. Mark one square with S."); }
        if (goals.Count == 0) { throw new EmergentException($"Map of environment '{name}' has no goal. Mark a square with G."); }
        _start = starts[0];
        _place = new([_map.Length, _map[0].Length]);
        Initialize(seed: 0, run: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description => "An agent that moves through a world of squares to a goal.";

    /// <summary>After how many trials an episode ends without the goal.</summary>
    public int MaximumTrials { get; }

    /// <summary>What it costs to move, which is taken off the reward of each trial.</summary>
    public float MoveCost { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States => [new("Place", _place.Shape) { DimensionNames = ["Row", "Column"] }, new("Reward", [1])];

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> Actions => [new("Move", [4]) { DimensionNames = ["Direction"] }];

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => [_run, _episode, _trial];

    /// <inheritdoc/>
    public string TrialName => $"{_at.Row},{_at.Column}";

    /// <summary>The row and column of the agent.</summary>
    public (int Row, int Column) Place => _at;

    /// <summary>Whether the agent is at a goal.</summary>
    public bool IsAtGoal => _map[_at.Row][_at.Column] == 'G';

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _run.Initialize(run);
        _episode.Initialize();
        _trial.Initialize(-1);
        (_at, _move, _isOver) = (_start, -1, false);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        _episode.Same();
        if (_isOver)
        {
            _episode.Increment();
            _trial.Initialize(-1);
            _at = _start;
        }
        _trial.Increment();
        if (_trial.Current > 0 && _move >= 0)
        {
            var next = (Row: _at.Row + Directions[_move].Row, Column: _at.Column + Directions[_move].Column);
            var isInside = next.Row >= 0 && next.Row < _map.Length && next.Column >= 0 && next.Column < _map[0].Length;
            if (isInside && _map[next.Row][next.Column] != '#') { _at = next; }
        }
        _reward[0] = (IsAtGoal ? 1 : 0) - (_trial.Current > 0 && _move >= 0 ? MoveCost : 0);
        _place.Fill(0);
        _place[_at.Row, _at.Column] = 1;
        _move = -1;
        _isOver = IsAtGoal || _trial.Current >= MaximumTrials - 1;
        return true;
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name) => _trial.Current < 0 ? throw new EmergentException($"Environment '{Name}' shows nothing yet. Call Step first.")
        : name == "Place" ? _place : name == "Reward" ? _reward
        : throw new EmergentException($"Environment '{Name}' has no state '{name}'. {Names.DidYouMean(name, States.Select(s => s.Name))}");

    /// <summary>Chooses the move of the next step: the direction whose unit is most active.</summary>
    /// <exception cref="EmergentException">The action is not Move, or its value does not have four units of which one at least is active.</exception>
    public void Act(string name, Tensor<float> value) => _move = ActionChoice.MostActive(this, name, value);
}
